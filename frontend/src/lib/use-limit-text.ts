import { useTranslation } from 'react-i18next'
import type { BudgetUnit } from '@/gql/staff/graphql'

/** A limit nobody has confirmed is said to be so: never an invented number. */
export function useLimitText() {
  const { t } = useTranslation()
  return (limit: number | null | undefined, unit: BudgetUnit, missing: string) =>
    limit == null ? missing : limit === 0 ? t('sameDay') : `${limit} ${t(`budgetUnits.${unit}`)}`
}
