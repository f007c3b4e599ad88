import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { Tabs } from '@/components/Tabs'
import { SheetButton } from '@/components/SheetButton'
import {
  ListDraftOpenDocument,
  ListDraftSaveDocument,
  ListVersionDiffDocument,
  ListVersionDocument,
  ListVersionsDocument,
  type ListLineFragment,
  type ListVersionQuery,
} from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { useViewer } from '@/lib/viewer'
import { ListViews } from '@/components/ListViews'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import './catalog.css'
import { ListActions } from './ListActions'
import { entriesOf, textOf } from './list-text'

type Version = NonNullable<ListVersionQuery['listVersion']>

/** One version of a list: its entries, what it changes, and its way to the public. */
export default function ListVersionScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: ListVersionDocument, variables: { id } })
  const version = data?.listVersion
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page
      title={version ? `${version.title} · ${t('catalog.versionNo', { no: version.no })}` : t('app.lists')}
      actions={
        version && (
          <>
            <NextVersion version={version} />
            <ListActions version={version} onDone={reload} />
          </>
        )
      }
    >
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!version} emptyText={t('catalog.noSuchVersion')}>
        {() => version && <Content version={version} onSaved={reload} />}
      </ScreenState>
    </Page>
  )
}

function NextVersion({ version }: { version: Version }) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const go = useNavigate()
  const open = useAction(ListDraftOpenDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  if (!version.inForce || !viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')) return null
  const next = async () => {
    const outcome = await open.run({ listId: version.listId })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    await go(`/list-versions/${outcome.result.version?.id}`)
  }
  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} />
      <Button loading={open.running} onClick={() => void next()}>
        {t('catalog.newVersion')}
      </Button>
    </>
  )
}

function Content({ version, onSaved }: { version: Version; onSaved: () => void }) {
  const { t } = useTranslation()
  const every: Column<ListLineFragment>[] = [
    { key: 'seq', title: t('catalog.seq'), text: (one) => String(one.seq), numeric: true },
    { key: 'code', title: t('catalog.code'), text: (one) => one.code },
    { key: 'name', title: t('catalog.entryName'), text: (one) => one.name },
    { key: 'unit', title: t('catalog.inCharge'), text: (one) => one.unitName },
    { key: 'basis', title: t('catalog.legalBasis'), text: (one) => one.basis },
    { key: 'content', title: t('catalog.content'), text: (one) => one.content },
  ]
  const columns = useColumns(every)
  const list = useSorted(every, version.entries)
  const content = {
    key: 'content',
    label: t('catalog.entries', { count: version.entries.length }),
    content: () => (
      <>
        <ListViews list="list-version" columns={every} />
        <p className="list-export">
          <SheetButton name={version.title} columns={columns} rows={list.rows} />
        </p>
        <RecordTable caption={version.title} columns={columns} rows={list.rows} rowKey={(one) => String(one.seq)} order={list.order} />
      </>
    ),
  }
  const diff = { key: 'diff', label: t('catalog.compare'), content: () => <Diff version={version} /> }
  const edit = { key: 'edit', label: t('catalog.edit'), content: () => <Editor version={version} onSaved={onSaved} /> }
  return (
    <>
      <p>
        <Tag>{t(`catalog.states.${version.state}`)}</Tag>
        {version.inForce && <Tag color="blue">{t('catalog.inForce')}</Tag>}
        {version.trail.documentNo} {version.trail.effectiveOn} {version.trail.opinion} <Link to="/lists">{t('app.lists')}</Link>
      </p>
      <Tabs label={version.title} tabs={version.viewerCanEdit ? [edit, content, diff] : [content, diff]} />
    </>
  )
}

function Editor({ version, onSaved }: { version: Version; onSaved: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => textOf(version.entries))
  const save = useAction(ListDraftSaveDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [saved, setSaved] = useState(false)
  const submit = async () => {
    setSaved(false)
    setRefused({ errors: [] })
    const outcome = await save.run({ id: version.id, expectedVersion: version.version, entries: entriesOf(text) })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    setSaved(true)
    onSaved()
  }
  return (
    <>
      <label className="choice">
        {t('catalog.entriesText')}
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 30 }} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="note">{t('catalog.entriesWhy')}</p>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onSaved} />
      <Button type="primary" loading={save.running} onClick={() => void submit()}>
        {t('actions.save')}
      </Button>{' '}
      <span role="status">{saved && t('catalog.saved')}</span>
    </>
  )
}

function Diff({ version }: { version: Version }) {
  const { t } = useTranslation()
  const [{ data: all }] = useQuery({ query: ListVersionsDocument, variables: { listId: version.listId } })
  const from = all?.listVersions.find((one) => one.no < version.no && one.state === 'PUBLISHED')
  const [{ data }] = useQuery({ query: ListVersionDiffDocument, variables: { from: from?.id ?? version.id, to: version.id } })
  const changes = data?.listVersionDiff ?? []
  const words = (one: ListLineFragment | null | undefined) => (one ? [one.code, one.name, one.unitName, one.basis, one.content].filter(Boolean).join(' | ') : '—')
  if (changes.length === 0) return <Nothing>{t('catalog.nothingChanged')}</Nothing>
  return (
    <table className="records diff">
      <thead>
        <tr>
          <th scope="col">{t('catalog.what')}</th>
          <th scope="col">{t('catalog.versionNo', { no: from?.no ?? version.no })}</th>
          <th scope="col">{t('catalog.versionNo', { no: version.no })}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one, place) => (
          <tr key={place}>
            <th scope="row">{t(one.before && one.after ? 'catalog.changed' : one.before ? 'catalog.droppedEntry' : 'catalog.added')}</th>
            <td className="pre">{words(one.before)}</td>
            <td className="pre">{words(one.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
