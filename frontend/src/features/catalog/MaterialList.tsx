import { useTranslation } from 'react-i18next'
import { Nothing } from '@/components/ScreenStates'
import type { VersionMaterialFragment } from '@/gql/staff/graphql'

/** One line of words about a paper: needed or not, who issues it, whether an earlier one will do. */
export function useMaterialText() {
  const { t } = useTranslation()
  return (material: Omit<VersionMaterialFragment, 'id' | 'seq' | 'name'>) =>
    [
      t(material.required ? 'catalog.required' : 'catalog.optional'),
      material.issuer && t('catalog.issuedBy', { issuer: material.issuer }),
      material.reuse === 'SAME_APPLICANT' &&
        (material.reuseDays ? t('catalog.reusableFor', { count: material.reuseDays }) : t('catalog.reusable')),
    ]
      .filter(Boolean)
      .join(' · ')
}

export function MaterialList({ materials }: { materials: readonly VersionMaterialFragment[] }) {
  const { t } = useTranslation()
  const text = useMaterialText()
  if (materials.length === 0) return <Nothing>{t('catalog.noMaterials')}</Nothing>
  return (
    <ol className="papers">
      {materials.map((material) => (
        <li key={material.id}>
          {material.name} <em>{text(material)}</em>
        </li>
      ))}
    </ol>
  )
}
