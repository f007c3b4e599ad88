import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { UnitChoice } from '@/components/UnitChoice'
import type { Light } from '@/gql/staff/graphql'
import { ALL_UNITS, OPEN_LIGHTS } from './queue-filter'

type OpenLight = (typeof OPEN_LIGHTS)[number]

interface QueueFiltersProps {
  light: Light | null
  unit: string
  onChange: (part: { light?: OpenLight | null; unit?: string | null }) => void
}

export function QueueFilters({ light, unit, onChange }: QueueFiltersProps) {
  const { t } = useTranslation()
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
      <UnitChoice
        label={t('units.unit')}
        value={unit}
        onChange={(value) => onChange({ unit: value })}
        special={[[ALL_UNITS, t('units.all')]]}
      />
    </search>
  )
}
