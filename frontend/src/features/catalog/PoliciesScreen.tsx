import { Button, Input } from 'antd'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { PoliciesDocument, type PoliciesQuery, type PolicyFactsFragment } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { PolicyModal } from './PolicyModal'

const AUDIENCES = ['PERSON', 'ENTERPRISE'] as const
const connectionOf = (data: PoliciesQuery) => data.policies

/** Preferential policies; what cannot be claimed today is shown only when asked for. */
export default function PoliciesScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [{ q, audience, all }, choose] = useQueryStates({ q: parseAsString, audience: parseAsStringLiteral(AUDIENCES), all: parseAsBoolean.withDefault(false) })
  const pages = usePages(PoliciesDocument, { search: q, audience, all, first: 50 }, connectionOf)
  const [open, setOpen] = useState<PolicyFactsFragment | 'new' | null>(null)
  const records = viewer.posts.some(({ role }) => ['DISTRICT_ADMIN', 'DEPARTMENT_OFFICER', 'DEPARTMENT_HEAD'].includes(role))
  const every: Column<PolicyFactsFragment>[] = [
    { key: 'title', title: t('catalog.policy'), text: (one) => t('pairs.beside', { name: one.title, value: one.documentNo }) },
    { key: 'audience', title: t('catalog.audience'), text: (one) => t('pairs.named', { name: t(`catalog.audiences.${one.audience}`), value: one.claimants }) },
    { key: 'benefit', title: t('catalog.benefit'), text: (one) => one.benefit },
    { key: 'conditions', title: t('catalog.claimConditions'), text: (one) => one.conditions.join(t('pairs.next')) },
    { key: 'unit', title: t('catalog.inCharge'), text: (one) => one.unit?.name ?? one.contact },
    {
      key: 'valid',
      title: t('catalog.validity'),
      text: (one) => [`${one.validFrom} ~ ${one.validTo ?? t('catalog.noEnd')}`, !one.valid && t('catalog.notValid')].filter(Boolean).join(' '),
      render: (one) => (
        <>
          {one.validFrom} ~ {one.validTo ?? t('catalog.noEnd')} {!one.valid && <span className="warn">{t('catalog.notValid')}</span>}
        </>
      ),
    },
    {
      key: 'amend',
      action: true,
      title: t('catalog.edit'),
      text: () => '',
      render: (one) =>
        one.viewerCanAmend && (
          <Button onClick={() => setOpen(one)}>
            {t('catalog.amend')}
            <span className="visually-hidden"> {one.title}</span>
          </Button>
        ),
    },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page
      title={t('app.policies')}
      actions={
        records && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('catalog.newPolicy')}
          </Button>
        )
      }
    >
      <ListViews list="policies" columns={every} />
      <search className="filters">
        <Input.Search
          defaultValue={q ?? ''}
          aria-label={t('catalog.searchPolicies')}
          placeholder={t('catalog.searchPolicies')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void choose({ q: text.trim() || null })}
        />
        <Choice
          label={t('catalog.audience')}
          value={audience ?? ''}
          onChange={(value) => void choose({ audience: AUDIENCES.find((one) => one === value) ?? null })}
        >
          <option value="">{t('catalog.allKinds')}</option>
          {AUDIENCES.map((one) => (
            <option key={one} value={one}>
              {t(`catalog.audiences.${one}`)}
            </option>
          ))}
        </Choice>
        <label className="tick">
          <input type="checkbox" checked={all} onChange={(event) => void choose({ all: event.target.checked || null })} />
          {t('catalog.withExpired')}
        </label>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noPolicies')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('app.policies')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('app.policies')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
      {open && (
        <PolicyModal
          policy={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            pages.reload()
          }}
        />
      )}
    </Page>
  )
}
