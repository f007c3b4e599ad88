import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { NoticePreviewDocument, type NoticePreviewQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

type Reader = NoticePreviewQuery['noticePreview']['readers'][number]

/** The turns of a clock that somebody is told of; not the same people hear of each. */
const TURNS = [
  { kind: 'clock.yellow', light: 'YELLOW' },
  { kind: 'clock.red', light: 'RED' },
] as const

/** Who will be told when the clock of a case turns yellow or red, and which way. */
export function WhoIsTold({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('outbox.whoIsTold')}>
      <p className="note">{t('outbox.whoWhy')}</p>
      {TURNS.map((turn) => (
        <Told key={turn.kind} {...turn} caseId={caseId} />
      ))}
    </section>
  )
}

function Told({ kind, light, caseId }: (typeof TURNS)[number] & { caseId: string }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [{ data, fetching, error }, ask] = useQuery({ query: NoticePreviewDocument, variables: { kind, subjectId: caseId } })
  const preview = data?.noticePreview
  const way = (reader: Reader) =>
    reader.smsAt
      ? t('pairs.beside', { name: t('outbox.andSms'), value: t('outbox.smsFrom', { at: formatInstant(reader.smsAt, district?.zone) }) })
      : reader.why
        ? t('pairs.beside', { name: t('outbox.inboxOnly'), value: t(`outbox.whyNot.${reader.why}`) })
        : t('outbox.inboxOnly')
  const columns: Column<Reader>[] = [
    { key: 'person', title: t('outbox.person'), text: (reader) => reader.name },
    { key: 'way', title: t('outbox.way'), text: way },
  ]
  const title = t('outbox.toldWhen', { light: t(`lights.${light}`) })
  return (
    <section>
      <h2>{title}</h2>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          preview &&
          (preview.readers.length === 0 ? (
            <Nothing>{t('outbox.nobodyTold')}</Nothing>
          ) : (
            <RecordTable caption={title} columns={columns} rows={preview.readers} rowKey={(reader) => reader.name} />
          ))
        }
      </ScreenState>
      {preview && preview.channels.length > 0 && <p>{preview.channels.join('、')}</p>}
    </section>
  )
}
