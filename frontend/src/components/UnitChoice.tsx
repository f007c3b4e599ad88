import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { UnitsDocument } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { Choice } from './Choice'

interface Unit {
  id: string
  name: string
  subDistrict?: { name: string } | null
}

function grouped(units: readonly Unit[], districtLevel: string): [string, Unit[]][] {
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const name = unit.subDistrict?.name ?? districtLevel
    groups.set(name, [...(groups.get(name) ?? []), unit])
  }
  return [...groups].sort(([a], [b]) => (a === districtLevel ? -1 : b === districtLevel ? 1 : a.localeCompare(b, 'zh')))
}

interface UnitChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** options before the units: value and words */
  special: readonly (readonly [string, string])[]
}

export function UnitChoice({ label, value, onChange, special }: UnitChoiceProps) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const units: Unit[] = data?.units ?? (viewer.unit ? [viewer.unit] : [])
  return (
    <Choice label={label} value={value} onChange={onChange}>
      {special.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
      {grouped(units, t('units.districtLevel')).map(([name, units]) => (
        <optgroup key={name} label={name}>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </optgroup>
      ))}
    </Choice>
  )
}
