import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { AccountDocument, type AccountQuery } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { AccountActions } from './AccountActions'
import { AwayOfPerson } from './AwayOfPerson'
import { PostsOfPerson } from './PostsOfPerson'

type Person = NonNullable<AccountQuery['account']>

export default function PersonScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const { id = '' } = useParams()
  return viewer.viewerCanAdministerAccounts ? (
    <PersonOf id={id} />
  ) : (
    <Page title={t('identity.person')}>
      <NoPermission />
    </Page>
  )
}

function PersonOf({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: AccountDocument, variables: { id } })
  const person = data?.account
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page title={person?.name ?? t('identity.person')} actions={person && <AccountActions account={person} />}>
      <p>
        <Link to="/accounts">{t('identity.accounts')}</Link>
      </p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!person} emptyText={t('identity.noSuchPerson')}>
        {() =>
          person && (
            <>
              <PersonFacts person={person} />
              <PostsOfPerson person={person} onReload={reload} />
              <AwayOfPerson person={person} onReload={reload} />
            </>
          )
        }
      </ScreenState>
    </Page>
  )
}

function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <Facts
      facts={[
        [t('identity.loginName'), person.loginName],
        [t('identity.mobile'), person.mobile],
        [
          t('identity.state'),
          <>
            {t(person.disabledAt ? 'identity.disabled' : 'identity.active')}{' '}
            {person.mustChangePassword && <Tag>{t('identity.firstPasswordPending')}</Tag>}
          </>,
        ],
        [t('security.has'), t(person.hasSecondFactor ? 'security.hasYes' : 'security.hasNo')],
        [t('identity.lastSignIn'), person.lastSignInAt ? <Instant at={person.lastSignInAt} /> : t('identity.never')],
      ]}
    />
  )
}
