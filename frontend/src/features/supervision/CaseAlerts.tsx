import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { RecordTable } from '@/components/RecordTable'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { CaseAlertsDocument } from '@/gql/staff/graphql'
import { useAlertColumns } from './use-alert-columns'

/** The alerts about one case that the viewer may see. */
export function CaseAlerts({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseAlertsDocument, variables: { id: caseId }, requestPolicy: 'cache-and-network' })
  const columns = useAlertColumns().filter((column) => column.key !== 'case')
  const alerts = data?.case?.alerts
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={!alerts}>
      {() =>
        alerts &&
        (alerts.length === 0 ? <Nothing>{t('alerts.noneOfCase')}</Nothing> : <RecordTable caption={t('app.alerts')} columns={columns} rows={alerts} rowKey={(one) => one.id} />)
      }
    </ScreenState>
  )
}
