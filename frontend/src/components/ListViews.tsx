import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { SavedViewRemoveDocument, SavedViewsDocument, type SavedViewFactsFragment } from '@/gql/staff/graphql'
import { useAction } from '@/lib/use-action'
import { Choice } from './Choice'
import { ColumnChoice } from './ColumnChoice'
import { SaveViewModal } from './SaveViewModal'

interface ListViewsProps {
  /** the list's name among saved views: lower case and dashes */
  list: string
  columns: readonly { key: string; title: string }[]
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
  const [asked, setAsked] = useState<'columns' | 'new' | 'change' | null>(null)
  const remove = useAction(SavedViewRemoveDocument)
  const query = new URLSearchParams(search).toString() // one spelling of the same address
  const views = data?.savedViews ?? []
  const current = views.find((view) => view.query === query && query !== '')
  const opening = defaultOf(views)
  const chosen = state !== null

  useEffect(() => {
    if (opening && query === '' && !chosen && opening.query !== '') {
      void navigate(`?${opening.query}`, { replace: true, state: { view: opening.id } })
    }
  }, [opening, query, chosen, navigate])

  const open = (id: string) => {
    const view = views.find((one) => one.id === id)
    void navigate(view ? `?${view.query}` : '?', { state: { view: id } })
  }
  const reload = () => ask({ requestPolicy: 'network-only' })
  const drop = async (view: SavedViewFactsFragment) => {
    const outcome = await remove.run({ id: view.id, expectedVersion: view.version })
    if (outcome.done) reload()
  }
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
          <Button loading={remove.running} onClick={() => void drop(current)}>
            {t('views.remove')}
          </Button>
        </>
      )}
      {asked === 'columns' && <ColumnChoice columns={columns} onClose={() => setAsked(null)} />}
      {asked === 'new' && <SaveViewModal list={list} query={query} view={null} onSaved={done} onClose={() => setAsked(null)} />}
      {asked === 'change' && current && <SaveViewModal list={list} query={query} view={current} onSaved={done} onClose={() => setAsked(null)} />}
    </div>
  )
}
