import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { ItemDocument, type ItemQuery } from '@/gql/staff/graphql'
import { ItemActions } from './ItemActions'
import { MaterialList } from './MaterialList'
import { VersionTable } from './VersionTable'
import { useLimitText } from '@/lib/use-limit-text'

type Item = NonNullable<ItemQuery['item']>

export default function ItemScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: ItemDocument, variables: { id } })
  const item = data?.item
  return (
    <Page title={item?.name ?? t('catalog.item')} actions={item && <ItemActions item={item} />}>
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={() => ask({ requestPolicy: 'network-only' })}
        empty={!item}
        emptyText={t('catalog.noSuchItem')}
      >
        {() => item && <ItemGuide item={item} />}
      </ScreenState>
    </Page>
  )
}

function ItemGuide({ item }: { item: Item }) {
  const { t } = useTranslation()
  const limitText = useLimitText()
  return (
    <>
      {item.cancelledOn && (
        <Alert type="error" showIcon title={t('catalog.cancelledOn', { day: item.cancelledOn })} description={item.cancelDocument} />
      )}
      {item.edition === 0 && <Alert type="info" showIcon title={t('catalog.notPublished')} />}
      {item.nextOn && <Alert type="info" showIcon title={t('catalog.nextOn', { day: item.nextOn })} />}
      {item.demo && <Alert type="warning" showIcon title={t('catalog.demo')} />}
      <section className="card" aria-label={t('catalog.item')}>
        <Facts
          facts={[
            [t('catalog.mainItem'), item.mainItem],
            [t('catalog.code'), <span key="code" className="code">{item.code}</span>],
            [t('catalog.department'), item.department.name],
            [t('catalog.taskType'), t(`catalog.taskTypes.${item.taskType}`)],
            [t('catalog.approvalType'), t(`catalog.approvalTypes.${item.approvalType}`)],
            [t('catalog.promised'), limitText(item.promisedLimit, item.limitUnit, t('catalog.unconfirmed'))],
            [t('catalog.edition'), item.edition === 0 ? null : t('catalog.editionSince', { no: item.edition, day: item.effectiveOn })],
            [t('catalog.statutory'), limitText(item.statutoryLimit, item.limitUnit, t('catalog.noStatutory'))],
          ]}
        />
      </section>
      <h2>{t('catalog.materials')}</h2>
      <MaterialList materials={item.materials} />
      <h2>{t('catalog.points')}</h2>
      {item.acceptancePoints.length === 0 ? (
        <Nothing>{t('catalog.noPoints')}</Nothing>
      ) : (
        <ul className="papers">
          {item.acceptancePoints.map((unit) => (
            <li key={unit.id}>
              {unit.name} {unit.subDistrict && <em>{unit.subDistrict.name}</em>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={`/procedures/${item.id}`}>{t('steps.edit')}</Link>
      </p>
      <h2>{t('catalog.versions')}</h2>
      <VersionTable itemId={item.id} />
    </>
  )
}
