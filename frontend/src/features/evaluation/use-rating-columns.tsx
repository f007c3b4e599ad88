import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Column } from '@/components/RecordTable'
import type { RatingsQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { formatMonth } from '@/lib/time'

type Rating = RatingsQuery['ratings']['nodes'][number]

/** The case column is there only when the server told a case: that is supervision's view. */
export function useRatingColumns(withCase: boolean): Column<Rating>[] {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  const columns: Column<Rating>[] = [
    { key: 'grade', title: t('evaluation.grade'), text: (rating) => (rating.grade ? t(`grades.${rating.grade}`) : t('evaluation.sealed')) },
    { key: 'unit', title: t('units.unit'), text: (rating) => rating.unit.name },
    { key: 'month', title: t('evaluation.month'), text: (rating) => formatMonth(rating.month, i18n.language) },
    {
      key: 'options',
      title: t('evaluation.options'),
      text: (rating) => rating.options.map((option) => (english ? option.labelEn : option.label)).join(t('pairs.next')),
    },
    { key: 'comment', title: t('evaluation.comment'), text: (rating) => rating.comment ?? '' },
  ]
  const caseColumn: Column<Rating> = {
    key: 'case',
    title: t('evaluation.case'),
    text: (rating) => (rating.case ? groupedNumber(rating.case.number) : ''),
    render: (rating) =>
      rating.case && (
        <Link to={`/cases/${rating.case.id}`} className="number">
          {groupedNumber(rating.case.number)}
        </Link>
      ),
  }
  const sourceColumn: Column<Rating> = {
    key: 'source',
    title: t('cases.source'),
    text: (rating) => (rating.source === 'OWN' ? t('evaluation.own') : [rating.source, rating.foreignNo].filter(Boolean).join(' ')),
  }
  return withCase ? [...columns, caseColumn, sourceColumn] : columns
}
