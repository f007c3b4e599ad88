import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { CaseRevealsDocument } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'

/** Who looked at the applicant unmasked, and why: for auditors. */
export function Reveals({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseRevealsDocument, variables: { id } })
  const rows = data?.case?.reveals ?? []
  return (
    <ScreenState fetching={fetching} error={error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0} emptyText={t('cases.noReveals')}>
      {() => (
        <RecordTable
          caption={t('cases.reveals')}
          rows={rows}
          rowKey={(one) => `${one.at} ${one.name ?? ''}`}
          columns={[
            { key: 'at', title: t('cases.revealedAt'), text: (one) => formatInstant(one.at), render: (one) => <Instant at={one.at} /> },
            { key: 'name', title: t('cases.revealedBy'), text: (one) => one.name ?? '' },
            { key: 'reason', title: t('cases.revealReason'), text: (one) => one.reason ?? t('cases.blanked') },
          ]}
        />
      )}
    </ScreenState>
  )
}
