import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { CaseTakeOverDocument, ResultsToTakeOverDocument, type ResultRowFragment, type ResultsToTakeOverQuery } from '@/gql/staff/graphql'
import { dueText } from '@/lib/due-text'
import { groupedNumber } from '@/lib/numbers'
import { dueRank, lightRank } from '@/lib/ranks'
import { formatInstant } from '@/lib/time'
import { useAction } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'

const connectionOf = (data: ResultsToTakeOverQuery) => data.resultsToTakeOver
const variables = { first: 50 }

/** Results that reach this unit because it supervises afterwards (审管衔接); it signs for each. */
export default function ResultsScreen() {
  const { t } = useTranslation()
  const pages = usePages(ResultsToTakeOverDocument, variables, connectionOf)
  const every = useResultColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const { run, running } = useAction(CaseTakeOverDocument)
  const [said, setSaid] = useState('')
  const sign = async (one: NonNullable<ResultRowFragment['case']>) => {
    const outcome = await run({ id: one.id })
    setSaid(outcome.done ? t('cases.takenOver', { number: groupedNumber(one.number) }) : (outcome.userErrors[0]?.message ?? t('faults.INTERNAL')))
    pages.reload()
  }
  const act: Column<ResultRowFragment> = {
    key: 'sign',
    action: true,
    title: t('cases.takeOver'),
    text: () => '',
    render: (row) =>
      row.case && row.viewerCanSign ? (
        <Button
          disabled={running}
          aria-label={`${t('cases.takeOver')} ${groupedNumber(row.case.number)}`}
          onClick={() => row.case && void sign(row.case)}
        >
          {t('cases.takeOver')}
        </Button>
      ) : null,
  }
  return (
    <Page
      title={t('app.results')}
      actions={
        <>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton name={t('app.results')} columns={columns} rows={list.nodes} rest={list.all} />
        </>
      }
    >
      <ListViews list="results" columns={every} />
      <p role="status">{said}</p>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('cases.nothingToTakeOver')}>
        {() => (
          <>
            <RecordTable caption={t('app.results')} columns={[...columns, act]} rows={list.nodes} rowKey={(row) => row.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}

function useResultColumns(): Column<ResultRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    { key: 'light', title: t('clock.light'), text: (row) => (row.duty ? t(`lights.${row.duty.light}`) : ''), render: (row) => row.duty && <Light light={row.duty.light} />, by: (row) => (row.duty ? lightRank(row.duty.light) : '') },
    {
      key: 'number',
      title: t('clock.number'),
      text: (row) => (row.case ? groupedNumber(row.case.number) : ''),
      render: (row) =>
        row.case && (
          <Link to={`/cases/${row.case.id}`} className="number">
            {groupedNumber(row.case.number)}
          </Link>
        ),
    },
    { key: 'item', title: t('clock.item'), text: (row) => row.case?.item.name ?? '' },
    { key: 'applicant', title: t('clock.applicant'), text: (row) => row.case?.applicant.name ?? '' },
    { key: 'outcome', title: t('cases.outcome'), text: (row) => (row.case?.outcome ? t(`cases.outcomes.${row.case.outcome}`) : '') },
    { key: 'resultNo', title: t('cases.resultNo'), text: (row) => row.case?.resultNo ?? '' },
    { key: 'decidedBy', title: t('cases.decidedBy'), text: (row) => row.case?.decideUnit.name ?? '' },
    { key: 'sent', title: t('cases.decidedAt'), text: (row) => formatInstant(row.sentAt, district?.zone), render: (row) => <Instant at={row.sentAt} /> },
    {
      key: 'due',
      title: t('due.due'),
      text: (row) => (row.duty ? dueText(row.duty, t, i18n.language, district?.zone) : ''),
      render: (row) => row.duty && <DueDate due={row.duty} />,
      by: (row) => dueRank(row.duty),
    },
  ]
}
