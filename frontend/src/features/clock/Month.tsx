import { useTranslation } from 'react-i18next'
import { formatDay, formatMonth } from '@/lib/time'
import { kindOf, weeksOf, type SpecialDay } from './month'

interface MonthProps {
  year: number
  month: number
  today: string
  days: ReadonlyMap<string, SpecialDay>
  /** missing: the calendar is only read */
  onPick?: (day: string) => void
}

export function Month({ year, month, today, days, onPick }: MonthProps) {
  const { t, i18n } = useTranslation()
  const title = formatMonth(`${year}-${String(month).padStart(2, '0')}-01`, i18n.language)
  const weekdays = t('clock.weekdays', { returnObjects: true }) as string[]
  return (
    <table className="month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {weekdays.map((name, place) => (
            <th key={place} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, place) => (
              <td key={day ?? place}>
                {day && <DayCell day={day} special={days.get(day)} isToday={day === today} onPick={onPick} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  day: string
  special?: SpecialDay
  isToday: boolean
  onPick?: (day: string) => void
}

function DayCell({ day, special, isToday, onPick }: DayCellProps) {
  const { t, i18n } = useTranslation()
  const kind = kindOf(day, special)
  const words = [formatDay(day, i18n.language), kind !== 'ordinary' && kind !== 'weekend' && t(`clock.${kind}`), special?.name]
    .filter(Boolean)
    .join(' · ')
  const content = (
    <>
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      {special && (
        <small aria-hidden="true">
          {t(special.off ? 'clock.off' : 'clock.work')}
          {special.local && '*'}
        </small>
      )}
      <span className="visually-hidden">{words}</span>
    </>
  )
  const shared = { className: `day day-${kind}`, title: words, 'aria-current': isToday ? ('date' as const) : undefined }
  if (!onPick) return <span {...shared}>{content}</span>
  return (
    <button type="button" {...shared} onClick={() => onPick(day)}>
      {content}
    </button>
  )
}
