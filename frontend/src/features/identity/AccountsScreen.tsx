import { Input, Tag } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { AccountsDocument, type AccountRowFragment, type AccountsQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { usePages } from '@/lib/use-pages'
import { useViewer } from '@/lib/viewer'
import { AccountActions } from './AccountActions'

const connectionOf = (data: AccountsQuery) => data.accounts

function usePostsText() {
  const { t } = useTranslation()
  return (account: AccountRowFragment) =>
    account.posts
      .map((post) => [t(`roles.${post.role}`), post.unit?.name ?? post.subDistrict?.name].filter(Boolean).join(' · '))
      .join('; ')
}

export default function AccountsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  return (
    <Page title={t('identity.accounts')}>{viewer.viewerCanAdministerAccounts ? <AccountList /> : <NoPermission />}</Page>
  )
}

function AccountList() {
  const { t } = useTranslation()
  const [search, setSearch] = useQueryState('q', parseAsString.withDefault(''))
  const pages = usePages(AccountsDocument, { first: 50, search: search || null }, connectionOf)
  const postsText = usePostsText()
  const stateText = (account: AccountRowFragment) => t(account.disabledAt ? 'identity.disabled' : 'identity.active')

  const columns: Column<AccountRowFragment>[] = [
    { key: 'login', title: t('identity.loginName'), text: (account) => account.loginName },
    { key: 'name', title: t('identity.name'), text: (account) => account.name },
    { key: 'posts', title: t('identity.posts'), text: postsText },
    {
      key: 'state',
      title: t('identity.state'),
      text: stateText,
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
    { key: 'actions', title: t('identity.actions'), text: () => '', render: (account) => <AccountActions account={account} /> },
  ]

  return (
    <>
      <search className="filters">
        <Input.Search
          defaultValue={search}
          aria-label={t('identity.searchAccounts')}
          placeholder={t('identity.searchAccounts')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void setSearch(text.trim() || null)}
        />
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <RecordTable caption={t('identity.accounts')} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </>
  )
}
