import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CaseRatingDocument } from '@/gql/staff/graphql'

/** The rating itself, for supervision only; everybody else gets nothing from the server and sees nothing here. */
export function CaseRating({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const [{ data }] = useQuery({ query: CaseRatingDocument, variables: { id } })
  const rating = data?.case?.rating
  if (!rating) return null
  return (
    <section className="card" aria-label={t('cases.rating')}>
      <p>
        {t('cases.rating')}: <strong>{rating.grade ? t(`grades.${rating.grade}`) : ''}</strong>
        {' · '}
        {rating.options.map((option) => (i18n.language === 'en' ? option.labelEn : option.label)).join(' · ')}
      </p>
      {rating.comment && <blockquote>{rating.comment}</blockquote>}
    </section>
  )
}
