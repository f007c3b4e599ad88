import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { KindChoice } from '@/components/KindChoice'
import { UnitChoice } from '@/components/UnitChoice'
import { PeopleDocument, type Light, type Role } from '@/gql/staff/graphql'
import type { DUTY_KINDS } from '@/lib/duty-kinds'
import { useViewer } from '@/lib/viewer'
import { ALL_UNITS, MARKS, OPEN_LIGHTS, OWN_UNITS } from './queue-filter'

type OpenLight = (typeof OPEN_LIGHTS)[number]
type Mark = (typeof MARKS)[number]
type Kind = (typeof DUTY_KINDS)[number]

const LEADING: readonly Role[] = ['DEPARTMENT_HEAD', 'SUB_DISTRICT_ADMIN', 'DISTRICT_ADMIN', 'SUPERVISOR', 'LEADER']

interface QueueFiltersProps {
  light: Light | null
  kind: Kind | null
  unit: string
  hands: string | null
  mark: Mark | null
  onChange: (part: { light?: OpenLight | null; kind?: Kind | null; unit?: string | null; hands?: string | null; mark?: Mark | null }) => void
}

export function QueueFilters({ light, kind, unit, hands, mark, onChange }: QueueFiltersProps) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  // who answers for others' work asks for it person by person; nobody else's queue waits for the names
  const leads = viewer.posts.some(({ role }) => LEADING.includes(role))
  const [{ data }] = useQuery({ query: PeopleDocument, variables: { unitId: unit === ALL_UNITS || unit === OWN_UNITS ? null : unit }, pause: !leads })
  const colleagues = leads ? (data?.people ?? []).filter(({ id }) => id !== viewer.id) : []
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
        onChange={(value) => onChange({ hands: value || null })}
      >
        <option value="">{t('clock.anybody')}</option>
        <option value="mine">{t('clock.mine')}</option>
        <option value="nobody">{t('clock.nobody')}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
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
