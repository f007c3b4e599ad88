import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { KindChoice } from '@/components/KindChoice'
import { UnitChoice } from '@/components/UnitChoice'
import type { Light } from '@/gql/staff/graphql'
import type { DUTY_KINDS } from '@/lib/duty-kinds'
import { useViewer } from '@/lib/viewer'
import { ALL_UNITS, MARKS, OPEN_LIGHTS, OWN_UNITS } from './queue-filter'

type OpenLight = (typeof OPEN_LIGHTS)[number]
type Mark = (typeof MARKS)[number]
type Kind = (typeof DUTY_KINDS)[number]

interface QueueFiltersProps {
  light: Light | null
  kind: Kind | null
  unit: string
  hands: 'mine' | 'nobody' | null
  mark: Mark | null
  onChange: (part: { light?: OpenLight | null; kind?: Kind | null; unit?: string | null; hands?: 'mine' | 'nobody' | null; mark?: Mark | null }) => void
}

export function QueueFilters({ light, kind, unit, hands, mark, onChange }: QueueFiltersProps) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  return (
    <search className="filters no-print" aria-label={t('list.filter')}>
      <Choice
        label={t('clock.light')}
        value={light ?? ''}
        onChange={(value) => onChange({ light: OPEN_LIGHTS.find((name) => name === value) ?? null })}
      >
        <option value="">{t('clock.allLights')}</option>
        {OPEN_LIGHTS.map((name) => (
          <option key={name} value={name}>
            {t(`lights.${name}`)}
          </option>
        ))}
      </Choice>
      <KindChoice value={kind} onChange={(value) => onChange({ kind: value })} />
      <UnitChoice
        label={t('units.unit')}
        value={unit}
        onChange={(value) => onChange({ unit: value })}
        special={[...(viewer.units.length > 1 ? [[OWN_UNITS, t('clock.ownUnits')] as const] : []), [ALL_UNITS, t('units.all')]]}
      />
      <Choice
        label={t('clock.assignee')}
        value={hands ?? ''}
        onChange={(value) => onChange({ hands: value === 'mine' || value === 'nobody' ? value : null })}
      >
        <option value="">{t('clock.anybody')}</option>
        <option value="mine">{t('clock.mine')}</option>
        <option value="nobody">{t('clock.nobody')}</option>
      </Choice>
      <Choice label={t('clock.mark')} value={mark ?? ''} onChange={(value) => onChange({ mark: MARKS.find((name) => name === value) ?? null })}>
        <option value="">{t('clock.anyMark')}</option>
        {MARKS.map((name) => (
          <option key={name} value={name}>
            {t(`clock.marks.${name}`)}
          </option>
        ))}
      </Choice>
    </search>
  )
}
