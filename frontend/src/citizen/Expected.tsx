import { dayInWords, timeOf, weekday } from './days'
import { useWords, type Words } from './language'

const words = { provisional: ['暂定', 'provisional'] } satisfies Words<string>

interface ExpectedProps {
  day: string
  /** the instant, when the time of day matters */
  at?: string | null
  provisional: boolean
}

/** A date in big letters; it wraps between date, weekday and time only. */
export function Expected({ day, at, provisional }: ExpectedProps) {
  const { t, language } = useWords(words)
  const name = weekday(day, language)
  const date = dayInWords(day, language).replace(name, '').replace(/^, | $/g, '')
  return (
    <p class="big">
      <span>{date}</span> <span>{name}</span> {at && <span>{timeOf(at)}</span>} {provisional && <mark>{t('provisional')}</mark>}
    </p>
  )
}
