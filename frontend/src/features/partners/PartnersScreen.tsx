import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { PartnerDisableDocument, PartnersDocument, type PartnerRowFragment } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { Applications } from './Applications'
import { Disable } from './Disable'
import { RegisterModal } from './RegisterModal'
import { ReplaceSecret } from './ReplaceSecret'
import { scopeKey } from './scopes'

/** Systems of other organisations: the administrator decides, the auditor reads. */
export default function PartnersScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const decides = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  return decides || viewer.posts.some(({ role }) => role === 'AUDITOR') ? (
    <PartnerList decides={decides} />
  ) : (
    <Page title={t('partners.title')}>
      <NoPermission />
    </Page>
  )
}

function PartnerList({ decides }: { decides: boolean }) {
  const { t } = useTranslation()
  const [registering, setRegistering] = useState(false)
  const [{ data, fetching, error }, ask] = useQuery({ query: PartnersDocument, requestPolicy: 'cache-and-network' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const rows = data?.partners ?? []
  const every = usePartnerColumns(decides, reload)
  const columns = useColumns(every)
  const list = useSorted(every, rows)
  return (
    <Page
      title={t('partners.title')}
      actions={
        <>
          <SheetButton name={t('partners.title')} columns={columns} rows={list.rows} />
          {decides && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('partners.register')}
            </Button>
          )}
        </>
      }
    >
      <p className="note">{t('partners.why')}</p>
      <ListViews list="partners" columns={every} />
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={rows.length === 0} emptyText={t('partners.none')}>
        {() => <RecordTable caption={t('partners.title')} columns={columns} rows={list.rows} rowKey={(row) => row.clientId} order={list.order} />}
      </ScreenState>
      <Applications decides={decides} />
      {registering && <RegisterModal onRegistered={reload} onClose={() => setRegistering(false)} />}
    </Page>
  )
}

function usePartnerColumns(decides: boolean, reload: () => void): Column<PartnerRowFragment>[] {
  const { t } = useTranslation()
  const scopesOf = (row: PartnerRowFragment) => row.scopes.map((scope) => t(`partners.scope.${scopeKey(scope)}`)).join('、')
  const columns: Column<PartnerRowFragment>[] = [
    { key: 'name', title: t('partners.name'), text: (row) => row.name },
    { key: 'client', title: t('partners.clientId'), text: (row) => row.clientId, render: (row) => <code>{row.clientId}</code> },
    { key: 'unit', title: t('partners.unit'), text: (row) => row.unit?.name ?? t('app.noUnit') },
    { key: 'scopes', title: t('partners.scopes'), text: scopesOf },
    {
      key: 'state',
      title: t('partners.state'),
      text: (row) => (row.disabledAt ? `${t('partners.disabledAt')} ${formatInstant(row.disabledAt)}` : t('partners.active')),
      render: (row) =>
        row.disabledAt ? (
          <>
            <Tag>{t('partners.disabledAt')}</Tag> <Instant at={row.disabledAt} />
          </>
        ) : (
          t('partners.active')
        ),
    },
    { key: 'created', title: t('partners.createdAt'), text: (row) => formatInstant(row.createdAt), render: (row) => <Instant at={row.createdAt} /> },
  ]
  if (!decides) return columns
  const actions: Column<PartnerRowFragment> = {
    key: 'actions',
    action: true,
    title: t('partners.actions'),
    text: () => '',
    render: (row) =>
      !row.disabledAt && (
        <div className="row-actions">
          <ReplaceSecret client={row} onDone={reload} />
          <Disable document={PartnerDisableDocument} client={row} why={t('partners.disableWhy')} onDone={reload} />
        </div>
      ),
  }
  return [...columns, actions]
}
