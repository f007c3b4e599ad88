import { Alert, Button } from 'antd'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { Instant } from '@/components/Day'
import { Facts } from '@/components/Facts'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { SheetButton } from '@/components/SheetButton'
import { ScreenState } from '@/components/ScreenStates'
import { NoticeDeliveriesDocument, NoticeDeliveryRetryDocument, type DeliveryFactsFragment, type NoticeDeliveriesQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useAction } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { useKindWords } from './use-kind-words'

const STATES = ['WAITING', 'SENT', 'FAILED', 'EXPIRED', 'MERGED'] as const
const CHANNELS = ['SMS', 'WEBHOOK', 'WECOM', 'DINGTALK'] as const
const params = { state: parseAsStringLiteral(STATES), channel: parseAsStringLiteral(CHANNELS) }
/** The orders that the server knows, by column. */
const ORDERS = { at: 'AT' } as const
const connectionOf = (data: NoticeDeliveriesQuery) => data.noticeDeliveries

/** Everything that left the product: for the district's administrator. */
export default function DeliveriesScreen() {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const [{ state, channel }, choose] = useQueryStates(params)
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(NoticeDeliveriesDocument, { filter: { state, channel }, orderBy, first: 50 }, connectionOf)
  const retry = useAction(NoticeDeliveryRetryDocument)
  const counts = pages.data?.noticeDeliveryCounts
  const attempts = (row: DeliveryFactsFragment) =>
    row.attempts.map((one) => `${formatInstant(one.at)} ${t(`outbox.outcomes.${one.outcome}`)} ${one.fault ?? ''}`.trim()).join('\n')
  const every: Column<DeliveryFactsFragment>[] = [
    { key: 'at', title: t('outbox.at'), text: (row) => formatInstant(row.madeAt), render: (row) => <Instant at={row.madeAt} /> },
    { key: 'channel', title: t('outbox.channel'), text: (row) => t(`outbox.channels.${row.channel}`) },
    { key: 'recipient', title: t('outbox.recipient'), text: (row) => row.recipient },
    { key: 'kind', title: t('outbox.kind'), text: (row) => kindWords({ words: row.kindWords, wordsEn: row.kindWordsEn }) },
    { key: 'message', title: t('outbox.message'), text: (row) => row.title },
    { key: 'state', title: t('outbox.state'), text: (row) => t(`outbox.states.${row.state}`) },
    {
      key: 'attempts',
      title: t('outbox.attempts'),
      text: attempts,
      render: (row) =>
        row.attempts.length > 0 && (
          <details>
            <summary>
              {row.attempts.length} {row.fault ?? ''}
            </summary>
            <ul>
              {row.attempts.map((one) => (
                <li key={one.at + one.outcome}>
                  <Instant at={one.at} /> {t(`outbox.outcomes.${one.outcome}`)} {one.fault}
                </li>
              ))}
            </ul>
          </details>
        ),
    },
    {
      key: 'retry',
      action: true,
      title: t('outbox.retry'),
      text: () => '',
      render: (row) =>
        row.viewerCanRetry && (
          <Button loading={retry.running} onClick={() => void retry.run({ id: row.id, expectedVersion: row.version }).then(pages.reload)}>
            {t('outbox.retry')}
          </Button>
        ),
    },
  ]
  const columns = useColumns(every)
  const words = {
    channel: t('outbox.channels', { returnObjects: true }) as Record<string, string>,
    state: t('outbox.states', { returnObjects: true }) as Record<string, string>,
    attempts: t('outbox.outcomes', { returnObjects: true }) as Record<string, string>,
  }
  return (
    <Page title={t('outbox.deliveries')}>
      <p className="note">{t('outbox.deliveriesWhy')}</p>
      {counts && counts.failed > 0 && <Alert type="error" showIcon title={`${t('outbox.failed')} ${counts.failed}`} />}
      {counts && <Facts facts={[[t('outbox.waiting'), String(counts.waiting)], [t('outbox.failed'), String(counts.failed)]]} />}
      <ListViews list="deliveries" columns={every} />
      <search className="filters no-print" aria-label={t('list.filter')}>
        <Choice label={t('outbox.state')} value={state ?? ''} onChange={(value) => void choose({ state: (value || null) as typeof state })}>
          <option value="">{t('outbox.all')}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`outbox.states.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('outbox.channel')} value={channel ?? ''} onChange={(value) => void choose({ channel: (value || null) as typeof channel })}>
          <option value="">{t('outbox.all')}</option>
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`outbox.channels.${one}`)}
            </option>
          ))}
        </Choice>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('outbox.noDeliveries')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('outbox.deliveries')} columns={columns} rows={pages.nodes} rest={pages.all} long={{ listing: 'delivery-log', filters: { state, channel }, order: orderBy, words }} />
            </p>
            <RecordTable caption={t('outbox.deliveries')} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} order={order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
