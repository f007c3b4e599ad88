import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { CasesSignDocument, CasesToSignDocument, type CasesToSignQuery, type ToSignRowFragment } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { useAction } from '@/lib/use-action'
import { usePages } from '@/lib/use-pages'
import { ListViews } from '@/components/ListViews'
import { useColumns } from '@/lib/use-columns'
import { useSortedPages } from '@/lib/use-sort'
import { useToSignColumns } from './use-to-sign-columns'

const connectionOf = (data: CasesToSignQuery) => data.casesToSign
const variables = { first: 50 }
/** as many as the server signs for at once */
const MOST = 50

/** What was handed up to this unit and waits for its signature. */
export default function ToSignScreen() {
  const { t } = useTranslation()
  const pages = usePages(CasesToSignDocument, variables, connectionOf)
  const every = useToSignColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { run, running } = useAction(CasesSignDocument)
  const [said, setSaid] = useState('')
  const tick: Column<ToSignRowFragment> = {
    key: 'choose',
    action: true,
    title: t('legal.choose'),
    text: () => '',
    render: (row) => (
      <input
        type="checkbox"
        aria-label={`${t('legal.choose')} ${groupedNumber(row.number)}`}
        checked={chosen.has(row.id)}
        onChange={(event) => {
          const next = new Set(chosen)
          if (event.target.checked) next.add(row.id)
          else next.delete(row.id)
          setChosen(next)
        }}
      />
    ),
  }
  const signAll = async () => {
    const cases = pages.nodes.filter((row) => chosen.has(row.id)).map(({ id, version }) => ({ id, expectedVersion: version }))
    const outcome = await run({ cases })
    if (!outcome.done) return setSaid(outcome.userErrors[0]?.message ?? t(`faults.${outcome.fault?.code ?? 'INTERNAL'}`, { defaultValue: t('faults.INTERNAL') }))
    const { signed, left } = outcome.result
    setSaid([t('legal.signedCount', { count: signed.length }), left.length > 0 && t('legal.left', { numbers: left.join('、') })].filter(Boolean).join(' '))
    setChosen(new Set())
    pages.reload()
  }

  return (
    <Page
      title={t('app.toSign')}
      actions={
        <>
          <Button
            disabled={pages.nodes.length === 0}
            onClick={() => setChosen(new Set(chosen.size > 0 ? [] : pages.nodes.slice(0, MOST).map((row) => row.id)))}
          >
            {t(chosen.size > 0 ? 'legal.chooseNone' : 'legal.chooseAll')}
          </Button>
          <Button type="primary" disabled={chosen.size === 0} loading={running} onClick={() => void signAll()}>
            {t('legal.signAll')}
          </Button>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton name={t('app.toSign')} columns={columns} rows={list.nodes} rest={list.all} />
        </>
      }
    >
      <ListViews list="to-sign" columns={every} />
      <p role="status">{said}</p>
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('cases.nothingToSign')}
      >
        {() => (
          <>
            <RecordTable caption={t('app.toSign')} columns={[tick, ...columns]} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore
              shown={pages.nodes.length}
              hasMore={pages.hasMore}
              part={list.part}
              loading={pages.loadingMore}
              onMore={() => void pages.loadMore()}
            />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
