import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { NoticePreviewDocument, type NoticePreviewQuery } from '@/gql/staff/graphql'

type Reader = NoticePreviewQuery['noticePreview']['readers'][number]

/** Who will be told when the clock of a case turns yellow or red, and which way. */
export function WhoIsTold({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: NoticePreviewDocument, variables: { kind: 'clock.yellow', subjectId: caseId } })
  const preview = data?.noticePreview
  const way = (reader: Reader) =>
    reader.smsAt ? t('outbox.andSms') : `${t('outbox.inboxOnly')}${reader.why ? ` (${t(`outbox.whyNot.${reader.why}`)})` : ''}`
  const columns: Column<Reader>[] = [
    { key: 'person', title: t('outbox.person'), text: (reader) => reader.name },
    { key: 'way', title: t('outbox.way'), text: way },
  ]
  return (
    <section aria-label={t('outbox.whoIsTold')}>
      <p className="note">{t('outbox.whoWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          preview &&
          (preview.readers.length === 0 ? (
            <Nothing>{t('outbox.nobodyTold')}</Nothing>
          ) : (
            <RecordTable caption={t('outbox.whoIsTold')} columns={columns} rows={preview.readers} rowKey={(reader) => reader.name} />
          ))
        }
      </ScreenState>
      {preview && preview.channels.length > 0 && <p>{preview.channels.join('、')}</p>}
    </section>
  )
}
