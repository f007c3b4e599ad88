import { useTranslation } from 'react-i18next'
import { Day, Instant } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import type { ClockStoryFragment as Duty } from '@/gql/staff/graphql'
import { formatInstant, lastDayBefore } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

export function Segments({ segments, unit }: { segments: Duty['segments']; unit: string }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('cases.segments')}</h2>
      <RecordTable
        caption={t('cases.segments')}
        rows={segments}
        rowKey={(segment) => `${segment.fromAt} ${segment.holder.id}`}
        columns={[
          { key: 'holder', title: t('cases.segmentHolder'), text: (segment) => segment.holder.name },
          {
            key: 'from',
            title: t('cases.fromAt'),
            text: (segment) => formatInstant(segment.fromAt),
            render: (segment) => <Instant at={segment.fromAt} />,
          },
          {
            key: 'to',
            title: t('cases.toAt'),
            text: (segment) => (segment.toAt ? formatInstant(segment.toAt) : t('cases.tillNow')),
            render: (segment) => (segment.toAt ? <Instant at={segment.toAt} /> : t('cases.tillNow')),
          },
          { key: 'consumed', title: t('cases.consumed'), numeric: true, text: (segment) => `${segment.consumed} ${unit}` },
        ]}
      />
    </section>
  )
}

export function Suspensions({ suspensions, days }: { suspensions: Duty['suspensions']; days: boolean }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  if (suspensions.length === 0) return null
  const until = (at: string) => (days ? <Day day={lastDayBefore(at, district?.zone)} /> : <Instant at={at} />)
  return (
    <section>
      <h2>{t('cases.suspensions')}</h2>
      <RecordTable
        caption={t('cases.suspensions')}
        rows={suspensions}
        rowKey={(suspension) => suspension.fromAt}
        columns={[
          { key: 'reason', title: t('cases.suspendReason'), text: (one) => t(`cases.suspensionReasons.${one.reason}`) },
          { key: 'basis', title: t('cases.basis'), text: (one) => one.basis },
          { key: 'from', title: t('cases.fromAt'), text: (one) => one.fromAt, render: (one) => <Instant at={one.fromAt} /> },
          { key: 'until', title: t('cases.expectedUntil'), text: (one) => one.expectedUntil, render: (one) => until(one.expectedUntil) },
          {
            key: 'told',
            title: t('cases.toldAt'),
            text: (one) => (one.toldAt ? formatInstant(one.toldAt) : t('cases.notTold')),
            render: (one) => (one.toldAt ? <Instant at={one.toldAt} /> : t('cases.notTold')),
          },
          {
            key: 'to',
            title: t('cases.toAt'),
            text: (one) => one.toAt ?? '',
            render: (one) => (one.toAt ? <Instant at={one.toAt} /> : t('cases.stillPaused')),
          },
        ]}
      />
    </section>
  )
}

export function ClockEvents({ events }: { events: Duty['events'] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('cases.clockEvents')}</h2>
      <ol className="timeline">
        {events.map((event, place) => (
          <li key={`${event.at} ${event.kind} ${place}`}>
            <Instant at={event.at} />
            <strong>{t(`cases.clockEventKinds.${event.kind}`)}</strong>
            {event.oldDueOn !== event.newDueOn && event.newDueOn && (
              <span>
                {event.oldDueOn && (
                  <>
                    <Day day={event.oldDueOn} /> →{' '}
                  </>
                )}
                <Day day={event.newDueOn} />
              </span>
            )}
            {event.kind === 'TRANSFERRED' && <span>{t('cases.transferred', { from: event.from?.name ?? '—', to: event.to?.name ?? '—', by: event.by?.name ?? '—' })}</span>}
            {event.cause && <p>{event.kind === 'RUNG' ? t(`cases.rungs.${event.cause.split(':')[0]}`) : event.cause}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
