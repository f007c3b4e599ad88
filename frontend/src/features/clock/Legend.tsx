import { useTranslation } from 'react-i18next'
import type { DayKind } from './month'

const kinds: [DayKind, string][] = [
  ['offDay', 'off'],
  ['byLaw', 'off'],
  ['makeUpDay', 'work'],
  ['localOff', 'off'],
  ['localWork', 'work'],
]

export function Legend() {
  const { t } = useTranslation()
  return (
    <ul className="legend" aria-label={t('clock.legend')}>
      {kinds.map(([kind, mark]) => (
        <li key={kind}>
          <span className={`day day-${kind}`} aria-hidden="true">
            <small>
              {t(`clock.${mark}`)}
              {kind.startsWith('local') && '*'}
            </small>
          </span>
          {t(`clock.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
