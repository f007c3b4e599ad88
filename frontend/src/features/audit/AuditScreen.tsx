import { Input, Select } from 'antd'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { AuditEntriesDocument, type AuditEntriesQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { ChainHead } from './ChainHead'
import { TrailCell } from './TrailCell'
import { actTold, actorTold, actWords, screenOf, subjectTold, text, trailWords, type Entry } from './trail-words'

const connectionOf = (data: AuditEntriesQuery) => data.auditEntries
/** The orders that the server knows, by column. */
const ORDERS = { at: 'AT' } as const
const params = { subject: parseAsString, action: parseAsString }

export default function AuditScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  return (
    <Page title={t('app.audit')}>
      {viewer.viewerCanReadAudit ? (
        <>
          <ChainHead />
          <Entries />
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}

function Entries() {
  const { t } = useTranslation()
  const [{ subject, action }, choose] = useQueryStates(params)
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(AuditEntriesDocument, { filter: { subject, action }, orderBy, first: 50 }, connectionOf)

  const acts = actWords(t)
  const every: Column<Entry>[] = [
    { key: 'at', title: t('audit.at'), text: (entry) => formatInstant(entry.at), render: (entry) => <Instant at={entry.at} /> },
    { key: 'actor', title: t('audit.actor'), text: (entry) => text(actorTold(entry, t)), render: (entry) => <TrailCell told={actorTold(entry, t)} /> },
    { key: 'action', title: t('audit.action'), text: (entry) => text(actTold(entry, acts)), render: (entry) => <TrailCell told={actTold(entry, acts)} /> },
    { key: 'subject', title: t('audit.subject'), text: (entry) => text(subjectTold(entry, t)), render: (entry) => <TrailCell told={subjectTold(entry, t)} to={screenOf(entry)} /> },
    { key: 'facts', title: t('audit.facts'), text: (entry) => entry.facts, render: (entry) => entry.facts !== '{}' && <code className="break">{entry.facts}</code> },
    { key: 'sealed', title: t('audit.sealed'), text: (entry) => t(entry.sealed ? 'audit.yes' : 'audit.notYet') },
  ]
  const columns = useColumns(every)

  return (
    <>
      <ListViews list="audit" columns={every} />
      <search className="filters no-print" aria-label={t('list.filter')}>
        <Input.Search
          defaultValue={subject ?? ''}
          aria-label={t('audit.subject')}
          placeholder={t('audit.subjectHint')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(typed) => void choose({ subject: typed.trim() || null })}
        />
        <Select
          value={action}
          aria-label={t('audit.action')}
          placeholder={t('audit.anyAct')}
          allowClear
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(acts).map(([value, words]) => ({ value, label: `${words} ${value}` }))}
          onChange={(value?: string) => void choose({ action: value ?? null })}
        />
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton
                name={t('app.audit')}
                columns={columns}
                rows={pages.nodes}
                rest={pages.all}
                long={{ listing: 'audit-trail', filters: { subject, action }, order: orderBy, words: trailWords(t) }}
              />
            </p>
            <RecordTable caption={t('app.audit')} columns={columns} rows={pages.nodes} rowKey={(entry) => entry.id} order={order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </>
  )
}
