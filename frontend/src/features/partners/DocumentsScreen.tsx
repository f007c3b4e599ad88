import { Button, Form, Input } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { PartnerDocumentsDocument, type RegisteredFragment } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useViewer } from '@/lib/viewer'
import { DocumentsForm } from './DocumentsForm'
import { scopeKey } from './scopes'

/** What a partner's system may send: the operator reads it, whatever its district, and registers it. */
export default function DocumentsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [client, setClient] = useQueryState('client', parseAsString)
  const operates = viewer.posts.some(({ role }) => role === 'PLATFORM_OPERATOR')
  return (
    <Page title={t('partners.documentsTitle')}>
      {operates ? (
        <>
          <p className="note">{t('partners.documentsWhy')}</p>
          <Form layout="vertical" className="narrow" initialValues={{ client }} onFinish={({ client: typed }: { client: string }) => void setClient(typed.trim())}>
            <Form.Item name="client" label={t('partners.clientId')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {t('partners.showDocuments')}
            </Button>
          </Form>
          {client && <DocumentsOf key={client} client={client} />}
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}

function DocumentsOf({ client }: { client: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: PartnerDocumentsDocument, variables: { clientId: client }, requestPolicy: 'network-only' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const found = data?.partnerDocuments
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!found} emptyText={t('partners.noClient')}>
      {() =>
        found && (
          <>
            <ClientFacts found={found} />
            <DocumentsForm registered={found} onReload={reload} />
          </>
        )
      }
    </ScreenState>
  )
}

function ClientFacts({ found }: { found: RegisteredFragment }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-label={found.name}>
      <Facts
        facts={[
          [t('partners.name'), found.name],
          [t('partners.district'), found.districtCode],
          [t('partners.scopes'), found.scopes.map((scope) => t(`partners.scope.${scopeKey(scope)}`)).join('、')],
          [t('partners.state'), found.disabledAt ? `${t('partners.disabledAt')} ${formatInstant(found.disabledAt)}` : t('partners.active')],
        ]}
      />
    </section>
  )
}
