import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { OwnAbsencesDocument } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { ListViews } from '@/components/ListViews'
import { AbsenceList } from './AbsenceList'
import { AbsenceModal } from './AbsenceModal'

/** The columns of both lists, for the choice among them. */
const absenceColumns = (t: ReturnType<typeof useTranslation>['t']) => [
  { key: 'deputy', title: t('identity.deputy') },
  { key: 'person', title: t('identity.person') },
  { key: 'kind', title: t('identity.absenceKind') },
  { key: 'from', title: t('identity.from') },
  { key: 'to', title: t('identity.to') },
]

/** One's own leave, and for whom one stands in. */
export default function LeaveScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [recording, setRecording] = useState(false)
  const [{ data, fetching, error }, ask] = useQuery({ query: OwnAbsencesDocument })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const own = data?.viewer
  return (
    <Page
      title={t('identity.leave')}
      actions={
        <Button type="primary" onClick={() => setRecording(true)}>
          {t('identity.recordAbsence')}
        </Button>
      }
    >
      <ListViews list="leave" columns={absenceColumns(t)} />
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
        {() => (
          <>
            <section>
              <h2>{t('identity.ownAbsences')}</h2>
              <AbsenceList caption={t('identity.ownAbsences')} absences={own?.absences ?? []} onReload={reload} />
            </section>
            <section>
              <h2>{t('identity.standsInFor')}</h2>
              <AbsenceList caption={t('identity.standsInFor')} absences={own?.standsInFor ?? []} ofOthers onReload={reload} />
            </section>
          </>
        )}
      </ScreenState>
      {recording && (
        <AbsenceModal
          accountId={null}
          unitId={viewer.unit?.id}
          onDone={() => {
            setRecording(false)
            reload()
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </Page>
  )
}
