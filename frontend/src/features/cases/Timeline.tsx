import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { Nothing } from '@/components/ScreenStates'
import { CaseTransfersDocument, type CaseQuery, type CaseTransfersQuery } from '@/gql/staff/graphql'

type Event = NonNullable<CaseQuery['case']>['timeline'][number]
type Transfer = NonNullable<CaseTransfersQuery['case']>['transfers'][number]

/** What happened to the case, and between, from the clocks' own story, who gave it to whom. */
export function Timeline({ caseId, events }: { caseId: string; events: readonly Event[] }) {
  const [{ data }] = useQuery({ query: CaseTransfersDocument, variables: { id: caseId }, requestPolicy: 'cache-and-network' })
  const transfers = data?.case?.transfers ?? []
  if (events.length === 0) return <Nothing />
  const lines = [
    ...events.map((event) => ({ at: event.at, line: <CaseLine event={event} /> })),
    ...transfers.map((transfer) => ({ at: transfer.at, line: <TransferLine transfer={transfer} /> })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return (
    <ol className="timeline">
      {lines.map(({ at, line }, place) => (
        <li key={`${at} ${place}`}>
          <Instant at={at} />
          {line}
        </li>
      ))}
    </ol>
  )
}

function CaseLine({ event }: { event: Event }) {
  const { t } = useTranslation()
  return (
    <>
      <strong>{t(`eventKinds.${event.kind}`)}</strong>
      {event.unit && <span>{event.unit.name}</span>}
      {event.note && <p>{event.note}</p>}
    </>
  )
}

/** From hand to hand; or with a whole queue to another unit, which its cause names. */
function TransferLine({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const { from, to, by, cause } = transfer
  const given = transfer.kind === 'TRANSFERRED'
  return (
    <>
      <strong>{t('cases.clockEventKinds.TRANSFERRED')}</strong>
      <span>{given ? t('cases.transferred', { from: from?.name ?? '—', to: to?.name ?? '—', by: by?.name ?? '—' }) : t('cases.movedTo', { cause, by: by?.name ?? '—' })}</span>
      {given && cause && <p>{cause}</p>}
    </>
  )
}
