import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/components/RecordTable'
import { Nothing } from '@/components/ScreenStates'
import type { CaseQuery } from '@/gql/staff/graphql'

type Material = NonNullable<CaseQuery['case']>['materials'][number]

export function Materials({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation()
  if (materials.length === 0) return <Nothing>{t('cases.noMaterials')}</Nothing>
  return (
    <RecordTable
      caption={t('cases.materials')}
      rows={materials}
      rowKey={(material) => String(material.seq)}
      columns={[
        { key: 'seq', title: '#', text: (material) => String(material.seq) },
        { key: 'name', title: t('cases.material'), text: (material) => material.name },
        { key: 'state', title: t('cases.materialState'), text: (material) => t(`cases.materialStates.${material.state}`) },
        { key: 'from', title: t('cases.reusedFrom'), text: (material) => material.reusedFrom ?? '—' },
      ]}
    />
  )
}
