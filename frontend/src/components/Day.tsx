import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

/** A day with its weekday. */
export function Day({ day }: { day: string }) {
  const { i18n } = useTranslation()
  return <time dateTime={day}>{formatDay(day, i18n.language)}</time>
}

/** An instant in the district's zone. */
export function Instant({ at }: { at: string }) {
  const { district } = useViewer()
  return <time dateTime={at}>{formatInstant(at, district?.zone)}</time>
}

/** The date rests on a year whose holiday notice is not published yet. */
export function Provisional() {
  const { t } = useTranslation()
  return (
    <abbr className="provisional" title={t('due.provisionalWhy')}>
      {t('due.provisional')}
    </abbr>
  )
}
