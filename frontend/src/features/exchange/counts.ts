import { useTranslation } from 'react-i18next'
import type { ImportFactsFragment } from '@/gql/staff/graphql'

type Counts = ImportFactsFragment['counts']

export const COUNTS = ['fresh', 'changed', 'unchanged', 'refused', 'created', 'updated', 'skipped', 'missing', 'noted'] as const

/** What there is, in one line: 新增 12 · 有错 3 */
export function useCountsText() {
  const { t } = useTranslation()
  return (counts: Counts) =>
    COUNTS.filter((name) => counts[name] > 0)
      .map((name) => `${t(`exchange.counts.${name}`)} ${counts[name]}`)
      .join(' · ')
}
