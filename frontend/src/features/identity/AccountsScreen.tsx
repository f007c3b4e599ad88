import { Button, Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { AccountsDocument, type AccountRowFragment, type AccountsQuery } from '@/gql/staff/graphql'
import type { Words } from '@/lib/export-words'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { accountFilter, accountParams } from './account-filter'
import { AccountActions } from './AccountActions'
import { AccountFilters } from './AccountFilters'
import { FirstPasswordSheet } from './FirstPasswordSheet'
import { NewAccountModal } from './NewAccountModal'
import { usePostText } from '@/lib/use-post-text'

/** The orders that the server knows, by column. */
const ORDERS = { login: 'LOGIN', name: 'NAME', last: 'LAST_SIGN_IN' } as const
const connectionOf = (data: AccountsQuery) => data.accounts

export default function AccountsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  return viewer.viewerCanAdministerAccounts ? (
    <AccountList />
  ) : (
    <Page title={t('identity.accounts')}>
      <NoPermission />
    </Page>
  )
}

function AccountList() {
  const { t } = useTranslation()
  const [chosen, choose] = useQueryStates(accountParams)
  const [adding, setAdding] = useState(false)
  const { order, orderBy } = useServerOrder(ORDERS)
  const variables = { first: 50, search: chosen.q, filter: accountFilter(chosen), orderBy }
  const pages = usePages(AccountsDocument, variables, connectionOf)
  const every = useAccountColumns()
  const columns = useColumns(every)

  return (
    <Page
      title={t('identity.accounts')}
      actions={
        <>
          <SheetButton
            name={t('identity.accounts')}
            columns={columns}
            rows={pages.nodes}
            rest={pages.all}
            long={{ listing: 'account-list', filters: { ...accountFilter(chosen), search: chosen.q }, order: orderBy, words: accountWords(t) }}
          />
          <Link to="/access-review">{t('identity.review')}</Link>
          <Link to="/imports?kind=people">{t('identity.importPeople')}</Link>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('identity.newAccount')}
          </Button>
        </>
      }
    >
      <ListViews list="accounts" columns={every} />
      <AccountFilters chosen={chosen} onChange={(part) => void choose(part)} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <RecordTable caption={t('identity.accounts')} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} order={order} />
            <FirstPasswordSheet rows={pages.nodes} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
      {adding && <NewAccountModal onOpened={pages.reload} onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** The server writes a long export in the same words. */
const accountWords = (t: TFunction): Words => ({
  posts: { ...(t('roles', { returnObjects: true }) as Record<string, string>), NEXT: t('pairs.next') },
  state: { ACTIVE: t('identity.active'), DISABLED: t('identity.disabled'), FIRST_PASSWORD: t('identity.firstPasswordPending') },
  last: { NEVER: t('identity.never') },
})

function useAccountColumns(): Column<AccountRowFragment>[] {
  const { t } = useTranslation()
  const postText = usePostText()
  const stateText = (account: AccountRowFragment) => t(account.disabledAt ? 'identity.disabled' : 'identity.active')
  return [
    {
      key: 'login',
      title: t('identity.loginName'),
      text: (account) => account.loginName,
      render: (account) => <Link to={`/accounts/${account.id}`}>{account.loginName}</Link>,
    },
    { key: 'name', title: t('identity.name'), text: (account) => account.name },
    { key: 'posts', title: t('identity.posts'), text: (account) => account.posts.map(postText).join(t('pairs.next')) },
    {
      key: 'state',
      title: t('identity.state'),
      text: (account) => [stateText(account), account.mustChangePassword && t('identity.firstPasswordPending')].filter(Boolean).join(' '),
      render: (account) => (
        <>
          {stateText(account)} {account.mustChangePassword && <Tag>{t('identity.firstPasswordPending')}</Tag>}
        </>
      ),
    },
    {
      key: 'last',
      title: t('identity.lastSignIn'),
      text: (account) => (account.lastSignInAt ? formatInstant(account.lastSignInAt) : t('identity.never')),
      render: (account) => (account.lastSignInAt ? <Instant at={account.lastSignInAt} /> : t('identity.never')),
    },
    { key: 'actions', action: true, title: t('identity.actions'), text: () => '', render: (account) => <AccountActions account={account} /> },
  ]
}
