import { Alert, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/components/Facts'
import type { ItemToAccept } from './accept-form'

/** What the clerk tells the applicant about the item before taking the papers. */
export function ItemSummary({ item }: { item: ItemToAccept }) {
  const { t } = useTranslation()
  const limit = (value: number | null | undefined) => (value == null ? null : `${value} ${t(`budgetUnits.${item.limitUnit}`)}`)
  return (
    <section aria-label={item.name} className="card">
      <Facts
        facts={[
          [t('cases.decidedBy'), item.department.name],
          [t('cases.promised'), limit(item.promisedLimit)],
          [t('cases.statutory'), limit(item.statutoryLimit)],
          [t('cases.code'), item.code],
        ]}
      />
      {item.demo && <Tag>{t('cases.demo')}</Tag>}
      {item.cancelledOn && <Alert type="error" showIcon title={t('cases.cancelled', { day: item.cancelledOn })} />}
      {item.promisedLimit == null && <Alert type="warning" showIcon title={t('cases.noPromiseWhy')} />}
    </section>
  )
}
