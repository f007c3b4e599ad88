import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { KindChoice } from '@/components/KindChoice'
import { MonthField } from '@/components/MonthField'
import { UnitChoice } from '@/components/UnitChoice'
import type { DUTY_KINDS } from '@/lib/duty-kinds'
import { useViewer } from '@/lib/viewer'

interface Chosen {
  unit: string | null
  sub: string | null
  kind: (typeof DUTY_KINDS)[number] | null
  from: string | null
  to: string | null
  /** true: merged and split units' figures go to who stands for them today */
  now: boolean
}

/** Months are 2026-11 in the address, so that a view can be sent to a colleague. */
export function BoardFilters({ unit, sub, kind, from, to, now, onChange }: Chosen & { onChange: (part: Partial<Chosen>) => void }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const places = district?.subDistricts ?? []
  return (
    <search className="filters no-print" aria-label={t('list.filter')}>
      <UnitChoice
        label={t('units.unit')}
        value={unit ?? ''}
        onChange={(value) => onChange({ unit: value || null })}
        special={[['', t('units.all')]]}
      />
      {places.length > 0 && (
        <Choice label={t('supervision.subDistrict')} value={sub ?? ''} onChange={(value) => onChange({ sub: value || null })}>
          <option value="">{t('supervision.wholeDistrict')}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <KindChoice value={kind} onChange={(value) => onChange({ kind: value })} />
      <MonthField label={t('supervision.from')} value={from} onChange={(value) => onChange({ from: value })} />
      <MonthField label={t('supervision.to')} value={to} onChange={(value) => onChange({ to: value })} />
      <Choice label={t('supervision.reorganised')} value={now ? 'now' : 'then'} onChange={(value) => onChange({ now: value === 'now' })}>
        <option value="then">{t('supervision.asThen')}</option>
        <option value="now">{t('supervision.asToday')}</option>
      </Choice>
    </search>
  )
}
