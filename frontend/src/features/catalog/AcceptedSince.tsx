import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { CasesOfItemSinceDocument, type CasesOfItemSinceQuery, type CaseStatus } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { formatInstant } from '@/lib/time'
import { usePages } from '@/lib/use-pages'

const connectionOf = (data: CasesOfItemSinceQuery) => data.casesOfItemSince

interface AcceptedSinceProps {
  item: { id: string; name: string }
  since: string
  onClose: () => void
}

/** The cases of an item that were accepted though a decision held. */
export function AcceptedSince({ item, since, onClose }: AcceptedSinceProps) {
  const { t } = useTranslation()
  const pages = usePages(CasesOfItemSinceDocument, { itemId: item.id, since, first: 50 }, connectionOf)
  const name = t('catalog.acceptedSinceOf', { name: item.name, day: since })
  const columns: Column<(typeof pages.nodes)[number]>[] = [
    { key: 'number', title: t('clock.number'), text: (row) => groupedNumber(row.number), render: (row) => <Link to={`/cases/${row.id}`} className="number">{groupedNumber(row.number)}</Link> },
    { key: 'accepted', title: t('cases.acceptedAt'), text: (row) => (row.acceptedAt ? formatInstant(row.acceptedAt) : ''), render: (row) => row.acceptedAt && <Instant at={row.acceptedAt} /> },
    { key: 'acceptUnit', title: t('catalog.acceptedAtUnit'), text: (row) => row.acceptUnit.name },
    { key: 'status', title: t('catalog.caseState'), text: (row) => t(`caseStatus.${row.status}`) },
  ]
  const words = { status: t('caseStatus', { returnObjects: true }) as Record<CaseStatus, string> }
  return (
    <Modal open width={800} title={name} footer={null} onCancel={onClose}>
      <SheetButton name={name} columns={columns} rows={pages.nodes} rest={pages.all} long={{ listing: 'cases-of-item', filters: { itemId: item.id, since }, words }} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <RecordTable caption={name} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Modal>
  )
}
