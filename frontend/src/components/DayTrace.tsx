import { useTranslation } from 'react-i18next'
import type { DayReason } from '@/gql/staff/graphql'
import { Day, Provisional } from './Day'

interface TraceDay {
  day: string
  number?: number | null
  counted: boolean
  reason: DayReason
  name?: string | null
  provisional: boolean
}

/** Every day from the start to the due day, and why it counts or not. */
export function DayTrace({ trace }: { trace: readonly TraceDay[] }) {
  const { t } = useTranslation()
  if (trace.length === 0) return <p>{t('trace.none')}</p>
  return (
    <ol className="trace">
      {trace.map((day) => (
        <li key={day.day} className={day.counted || day.number === 0 ? 'counts' : 'skipped'}>
          <span className="trace-number">{day.number == null ? t('trace.skipped') : t('trace.number', { number: day.number })}</span>
          <Day day={day.day} />
          <span className="trace-why">
            {t(`trace.reasons.${day.reason}`)}
            {day.name && ` · ${day.name}`} {day.provisional && <Provisional />}
          </span>
        </li>
      ))}
    </ol>
  )
}
