import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { Nothing } from '@/components/ScreenStates'
import type { CaseQuery } from '@/gql/staff/graphql'

type Event = NonNullable<CaseQuery['case']>['timeline'][number]

export function Timeline({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation()
  if (events.length === 0) return <Nothing />
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={`${event.at} ${event.kind}`}>
          <Instant at={event.at} />
          <strong>{t(`eventKinds.${event.kind}`)}</strong>
          {event.unit && <span>{event.unit.name}</span>}
          {event.note && <p>{event.note}</p>}
        </li>
      ))}
    </ol>
  )
}
