import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Choice } from '@/components/Choice'
import { Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { ConsultationsDocument, type ConsultationRowFragment, type ConsultationsQuery, type ConsultationState, type Light as LightOf } from '@/gql/staff/graphql'
import { dueText } from '@/lib/due-text'
import { weekdayWords, type Words } from '@/lib/export-words'
import { dueRank, lightRank } from '@/lib/ranks'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { ConsultationForm } from './ConsultationForm'

const connectionOf = (data: ConsultationsQuery) => data.consultations
const STATES = ['OPEN', 'HANDED_OVER', 'ANSWERED'] as const

/** What is owed now: to take it, else to answer. */
const owedOf = (row: ConsultationRowFragment) => row.duties.filter((duty) => !duty.closedAt).at(-1)

/** What the list shows for each code: the server writes a long export in the same words. */
const words = (t: TFunction, language: string): Words => ({
  light: t('lights', { returnObjects: true }) as Record<LightOf, string>,
  state: t('consult.states', { returnObjects: true }) as Record<ConsultationState, string>,
  due: { ...weekdayWords(language), PAUSED: t('due.paused'), NONE: t('due.none') },
})

/** Questions before anything is handed in; the newest first. */
export default function ConsultationsScreen() {
  const { t, i18n } = useTranslation()
  const { viewer } = useViewer()
  const navigate = useNavigate()
  const [chosen, choose] = useQueryStates({ state: parseAsStringLiteral(STATES), of: parseAsStringLiteral(['mine', 'all'] as const) })
  const [adding, setAdding] = useState(false)
  const works = viewer.units.length > 0
  const mine = works && (chosen.of ?? 'mine') === 'mine'
  const filter = { mine, state: chosen.state }
  const pages = usePages(ConsultationsDocument, { filter, first: 50 }, connectionOf)
  const every = useConsultationColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)

  return (
    <Page
      title={t('consult.title')}
      actions={
        <>
          {works && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('consult.add')}
            </Button>
          )}
          <SheetButton
            name={t('consult.title')}
            columns={columns}
            rows={list.nodes}
            rest={list.all}
            long={{ listing: 'consultation-list', filters: filter, here: list.order.by !== null, words: words(t, i18n.language) }}
          />
        </>
      }
    >
      <ListViews list="consultations" columns={every} />
      <search className="filters no-print" aria-label={t('list.filter')}>
        {works && (
          <Choice label={t('consult.whose')} value={mine ? 'mine' : 'all'} onChange={(of) => void choose({ of: of === 'all' ? 'all' : null })}>
            <option value="mine">{t('consult.mine')}</option>
            <option value="all">{t('consult.allInReach')}</option>
          </Choice>
        )}
        <Choice label={t('consult.state')} value={chosen.state ?? ''} onChange={(state) => void choose({ state: STATES.find((one) => one === state) ?? null })}>
          <option value="">{t('consult.allStates')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`consult.states.${state}`)}
            </option>
          ))}
        </Choice>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('consult.none')}>
        {() => (
          <>
            <RecordTable caption={t('consult.title')} columns={columns} rows={list.nodes} rowKey={(row) => row.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
      {adding && <ConsultationForm onClose={() => setAdding(false)} onOpened={(id) => void navigate(`/consultations/${id}`)} />}
    </Page>
  )
}

function useConsultationColumns(): Column<ConsultationRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    {
      key: 'light',
      title: t('clock.light'),
      text: (row) => {
        const owed = owedOf(row)
        return owed ? t(`lights.${owed.light}`) : ''
      },
      render: (row) => {
        const owed = owedOf(row)
        return owed && <Light light={owed.light} />
      },
      by: (row) => {
        const owed = owedOf(row)
        return owed ? lightRank(owed.light) : ''
      },
    },
    {
      key: 'question',
      title: t('consult.question'),
      text: (row) => row.question,
      render: (row) => <Link to={`/consultations/${row.id}`}>{row.question.length > 60 ? `${row.question.slice(0, 60)}…` : row.question}</Link>,
    },
    { key: 'item', title: t('consult.item'), text: (row) => row.item?.name ?? '' },
    { key: 'asker', title: t('consult.asker'), text: (row) => row.asker.name ?? '' },
    { key: 'state', title: t('consult.state'), text: (row) => t(`consult.states.${row.state}`) },
    { key: 'unit', title: t('consult.unit'), text: (row) => row.unit.name },
    { key: 'toUnit', title: t('consult.toUnit'), text: (row) => row.toUnit?.name ?? '' },
    { key: 'at', title: t('consult.openedAt'), text: (row) => formatInstant(row.openedAt, district?.zone), render: (row) => <Instant at={row.openedAt} /> },
    {
      key: 'due',
      title: t('consult.due'),
      text: (row) => {
        const owed = owedOf(row)
        return owed ? dueText(owed, t, i18n.language, district?.zone) : ''
      },
      render: (row) => {
        const owed = owedOf(row)
        return owed && <DueDate due={owed} />
      },
      by: (row) => dueRank(owedOf(row)),
    },
  ]
}
