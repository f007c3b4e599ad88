import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { MonthField } from '@/components/MonthField'
import { UnitChoice } from '@/components/UnitChoice'

export const GRADES = [5, 4, 3, 2, 1] as const

type Grade = (typeof GRADES)[number]

interface RatingFiltersProps {
  unit: string
  month: string | null
  grade: Grade | null
  allUnits: string
  onChange: (part: { unit?: string; month?: string | null; grade?: Grade | null }) => void
}

export function RatingFilters({ unit, month, grade, allUnits, onChange }: RatingFiltersProps) {
  const { t } = useTranslation()
  return (
    <search className="filters no-print" aria-label={t('list.filter')}>
      <UnitChoice label={t('units.unit')} value={unit} onChange={(value) => onChange({ unit: value })} special={[[allUnits, t('units.all')]]} />
      <MonthField label={t('evaluation.month')} value={month} onChange={(value) => onChange({ month: value })} />
      <Choice
        label={t('evaluation.grade')}
        value={grade ? String(grade) : ''}
        onChange={(value) => onChange({ grade: GRADES.find((each) => String(each) === value) ?? null })}
      >
        <option value="">{t('evaluation.allGrades')}</option>
        {GRADES.map((each) => (
          <option key={each} value={each}>
            {t(`grades.${each}`)}
          </option>
        ))}
      </Choice>
    </search>
  )
}
