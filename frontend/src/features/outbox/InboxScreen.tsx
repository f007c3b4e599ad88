import { Button, Tag } from 'antd'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useClient } from 'urql'
import { Choice } from '@/components/Choice'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { InboxDocument, InboxReadAllDocument, InboxReadDocument, InboxUnreadDocument, type InboxQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useAction } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useKindWords } from './use-kind-words'

type Line = InboxQuery['inbox']['nodes'][number]

const connectionOf = (data: InboxQuery) => data.inbox
const params = { show: parseAsStringLiteral(['unread', 'read'] as const), kind: parseAsString }

/** What the product has to tell this person. */
export default function InboxScreen() {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const client = useClient()
  const navigate = useNavigate()
  const [{ show, kind }, choose] = useQueryStates(params)
  const filter = { unread: show ? show === 'unread' : null, kind }
  const pages = usePages(InboxDocument, { filter, first: 50 }, connectionOf)
  const mark = useAction(InboxReadDocument)
  const markAll = useAction(InboxReadAllDocument)

  const reload = async () => {
    pages.reload()
    await client.query(InboxUnreadDocument, {}, { requestPolicy: 'network-only' }).toPromise()
  }
  const read = async (line: Line) => {
    if (!line.read) await mark.run({ ids: [line.id] })
  }
  const open = async (line: Line) => {
    await read(line)
    if (line.link) await navigate(line.link)
  }
  const newest = pages.nodes[0]
  const every: Column<Line>[] = [
    { key: 'at', title: t('outbox.at'), text: (line) => formatInstant(line.at), render: (line) => <Instant at={line.at} /> },
    { key: 'kind', title: t('outbox.kind'), text: (line) => kindWords({ words: line.kindWords, wordsEn: line.kindWordsEn }) },
    {
      key: 'message',
      title: t('outbox.message'),
      text: (line) => [line.urgent && t('outbox.urgent'), line.title, line.count > 1 ? t('outbox.more', { count: line.count }) : line.body].filter(Boolean).join(' '),
      render: (line) => (
        <>
          {line.urgent && <Tag color="error">{t('outbox.urgent')}</Tag>}
          {line.link ? (
            <Link
              to={line.link}
              className={line.read ? undefined : 'strong'}
              onClick={(event) => {
                event.preventDefault()
                void open(line)
              }}
            >
              {line.title}
            </Link>
          ) : (
            <span className={line.read ? undefined : 'strong'}>{line.title}</span>
          )}
          <br />
          {line.count > 1 ? t('outbox.more', { count: line.count }) : line.body}
        </>
      ),
    },
    {
      key: 'state',
      title: t('outbox.state'),
      text: (line) => t(line.read ? 'outbox.read' : 'outbox.notRead'),
      render: (line) =>
        line.read ? (
          t('outbox.read')
        ) : (
          <button type="button" className="plain-link" onClick={() => void read(line).then(reload)}>
            {t('outbox.markRead')}
            <span className="visually-hidden"> {line.title}</span>
          </button>
        ),
    },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const words = {
    message: { URGENT: t('outbox.urgent'), MORE: t('outbox.more', { count: 2 }).replace('2', '{count}') },
    state: { READ: t('outbox.read'), UNREAD: t('outbox.notRead') },
  }

  return (
    <Page
      title={t('outbox.inbox')}
      actions={
        <>
          <Link to="/notices">{t('outbox.settings')}</Link>
          <SheetButton
            name={t('outbox.inbox')}
            columns={columns}
            rows={list.nodes}
            rest={list.all}
            long={{ listing: 'inbox-lines', filters: { show, kind }, here: list.order.by !== null, words }}
          />
          <Button disabled={!newest} loading={markAll.running} onClick={() => newest && void markAll.run({ upToId: newest.id }).then(reload)}>
            {t('outbox.readAll')}
          </Button>
        </>
      }
    >
      <ListViews list="inbox" columns={every} />
      <search className="filters no-print" aria-label={t('list.filter')}>
        <Choice label={t('outbox.state')} value={show ?? ''} onChange={(value) => void choose({ show: (value || null) as typeof show })}>
          <option value="">{t('outbox.all')}</option>
          <option value="unread">{t('outbox.notRead')}</option>
          <option value="read">{t('outbox.read')}</option>
        </Choice>
        <Choice label={t('outbox.kind')} value={kind ?? ''} onChange={(value) => void choose({ kind: value || null })}>
          <option value="">{t('outbox.all')}</option>
          {pages.data?.noticeKinds.map((one) => (
            <option key={one.code} value={one.code}>
              {kindWords(one)}
            </option>
          ))}
        </Choice>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('outbox.none')}>
        {() => (
          <>
            <RecordTable caption={t('outbox.inbox')} columns={columns} rows={list.nodes} rowKey={(line) => line.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
