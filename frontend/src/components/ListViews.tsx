import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { useQuery } from 'urql'
import { SavedViewsDocument, type SavedViewFactsFragment } from '@/gql/staff/graphql'
import { Choice } from './Choice'
import { ColumnChoice } from './ColumnChoice'
import { RemoveViewModal } from './RemoveViewModal'
import { SaveViewModal } from './SaveViewModal'

interface ListViewsProps {
  /** the list's name among saved views: lower case and dashes */
  list: string
  columns: readonly { key: string; title: string; action?: boolean }[]
}

const FIRST: Record<string, number> = { PERSON: 0, ROLE: 1, DISTRICT: 2 }

/** The view that opens by itself: one's own before a role's before the district's. */
export const defaultOf = <View extends Pick<SavedViewFactsFragment, 'isDefault' | 'audience'>>(views: readonly View[]): View | undefined =>
  views.filter((view) => view.isDefault).sort((a, b) => (FIRST[a.audience] ?? 9) - (FIRST[b.audience] ?? 9))[0]

/**
 * Saved views of a list. A view is the list's own address (filters, columns, their order) under a name, so it
 * can be sent to a colleague as it stands; `useColumns` makes the table follow it.
 */
export function ListViews({ list, columns }: ListViewsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { search, state } = useLocation() as { search: string; state: unknown }
  const [{ data }, ask] = useQuery({ query: SavedViewsDocument, variables: { list } })
  const [asked, setAsked] = useState<'columns' | 'new' | 'change' | 'remove' | null>(null)
  const query = new URLSearchParams(search).toString() // one spelling of the same address
  const views = data?.savedViews ?? []
  // a view without filters has the address of the plain list: only who chose it looks at it
  const picked = (state as { view?: string } | null)?.view
  const current = views.find((view) => view.query === query && (query !== '' || view.id === picked))
  const opening = defaultOf(views)
  const chosen = state !== null
  // who takes the last filter off an address he was sent wants the whole list, not his own view of it
  const empty = useRef(query === '')
  const arrived = useNavigationType() === 'PUSH'

  useEffect(() => {
    if (query !== '') empty.current = false
    if (opening && query === '' && !chosen && opening.query !== '' && (empty.current || arrived)) {
      void navigate(`?${opening.query}`, { replace: true, state: { view: opening.id } })
    }
  }, [opening, query, chosen, arrived, navigate])

  const open = (id: string) => {
    const view = views.find((one) => one.id === id)
    void navigate(view ? `?${view.query}` : '?', { state: { view: id } })
  }
  const reload = () => ask({ requestPolicy: 'network-only' })
  const done = () => {
    setAsked(null)
    reload()
  }

  return (
    <div className="list-views no-print">
      <Choice label={t('views.view')} value={current?.id ?? ''} onChange={open}>
        <option value="">{query === '' ? t('views.none') : t('views.unnamed')}</option>
        {views.map((view) => (
          <option key={view.id} value={view.id}>
            {view.name}
            {view.audience !== 'PERSON' ? ` · ${t(`views.audiences.${view.audience}`)}` : ''}
            {view.isDefault ? ` ★` : ''}
          </option>
        ))}
      </Choice>
      <Button onClick={() => setAsked('columns')}>{t('views.columns')}</Button>
      <Button onClick={() => setAsked('new')}>{t('views.save')}</Button>
      {current?.viewerCanChange && (
        <>
          <Button onClick={() => setAsked('change')}>{t('views.change')}</Button>
          <Button onClick={() => setAsked('remove')}>{t('views.remove')}</Button>
        </>
      )}
      {asked === 'columns' && <ColumnChoice columns={columns} onClose={() => setAsked(null)} />}
      {asked === 'new' && <SaveViewModal list={list} query={query} view={null} onSaved={done} onClose={() => setAsked(null)} />}
      {asked === 'change' && current && <SaveViewModal list={list} query={query} view={current} onSaved={done} onClose={() => setAsked(null)} />}
      {asked === 'remove' && current && <RemoveViewModal view={current} onRemoved={done} onClose={() => setAsked(null)} />}
    </div>
  )
}
