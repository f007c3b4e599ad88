import { Alert, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/components/Facts'
import type { ItemToAcceptQuery } from '@/gql/staff/graphql'
import { useLimitText } from '@/lib/use-limit-text'
import type { ItemToAccept } from './accept-form'

/** What the clerk tells the applicant about the item before taking the papers. */
export function ItemSummary({ item, toJudge }: { item: ItemToAccept; toJudge: ItemToAcceptQuery['itemDecisionsToJudge'] }) {
  const { t } = useTranslation()
  const limitText = useLimitText()
  const limit = (value: number | null | undefined) => limitText(value, item.limitUnit, '')
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
      {toJudge.map((decision) => (
        <Alert
          key={decision.id}
          type="warning"
          showIcon
          title={t('cases.mayBeCancelled', { name: decision.name, document: decision.documentNo, day: decision.effectiveOn })}
          description={t('cases.mayBeCancelledWhy')}
        />
      ))}
      {item.promisedLimit == null && <Alert type="warning" showIcon title={t('cases.noPromiseWhy')} />}
    </section>
  )
}
