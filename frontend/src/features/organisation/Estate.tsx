import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { UnitEstateDocument } from '@/gql/staff/graphql'

/** What goes over when the unit ends, counted now. */
export function Estate({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: UnitEstateDocument, variables: { id: unit.id }, requestPolicy: 'network-only' })
  const estate = data?.unitEstate
  return (
    <li>
      <strong>{unit.name}</strong> {estate && t('organisation.estate', { ...estate })}
    </li>
  )
}
