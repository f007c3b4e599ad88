import { useTranslation } from 'react-i18next'
import type { Light as LightName } from '@/gql/staff/graphql'

/** A different shape each, so that nobody needs to see colours. */
const shapes: Record<LightName, string> = {
  GREEN: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  YELLOW: 'M8 1 15.5 14.5H.5Z',
  RED: 'M4.9 .8h6.2L15.2 4.9v6.2l-4.1 4.1H4.9L.8 11.1V4.9Z',
  DARK: 'M8 0l8 8-8 8-8-8Z',
  PAUSED: 'M3 2h4v12H3ZM9 2h4v12H9Z',
  CLOSED: 'M2 8.5 4 6.4l2.6 2.7L12.2 3l2 2-7.5 8.2Z',
}

/** The light of a duty: word, colour and shape. */
export function Light({ light }: { light: LightName }) {
  const { t } = useTranslation()
  return (
    <span className={`light light-${light.toLowerCase()}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[light]} />
      </svg>
      {t(`lights.${light}`)}
    </span>
  )
}
