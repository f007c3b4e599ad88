import { Button, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ApplicationDisableDocument, ApplicationRegisterDocument, ApplicationsDocument, type ApplicationRowFragment } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useSorted } from '@/lib/use-sort'
import { Disable } from './Disable'
import { SecretOnce, type IssuedSecret } from './SecretOnce'

/** The district's other applications, where its people sign in with their account here. */
export function Applications({ decides }: { decides: boolean }) {
  const { t } = useTranslation()
  const [registering, setRegistering] = useState(false)
  const [{ data, fetching, error }, ask] = useQuery({ query: ApplicationsDocument, requestPolicy: 'cache-and-network' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const rows = data?.applications ?? []
  const columns: Column<ApplicationRowFragment>[] = [
    { key: 'name', title: t('partners.appName'), text: (row) => row.name },
    { key: 'client', title: t('partners.clientId'), text: (row) => row.clientId, render: (row) => <code>{row.clientId}</code> },
    {
      key: 'addresses',
      title: t('partners.redirectUris'),
      text: (row) => row.redirectUris.join(' '),
      render: (row) => row.redirectUris.map((address) => <div key={address}><code className="url">{address}</code></div>),
    },
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
    {
      key: 'actions',
      action: true,
      title: t('partners.actions'),
      text: () => '',
      render: (row) => decides && !row.disabledAt && <Disable document={ApplicationDisableDocument} client={row} why={t('partners.appDisableWhy')} onDone={reload} />,
    },
  ]
  const list = useSorted(columns, rows)
  return (
    <section aria-label={t('partners.apps')}>
      <h2>{t('partners.apps')}</h2>
      <p className="note">{t('partners.appsWhy')}</p>
      {decides && <Button onClick={() => setRegistering(true)}>{t('partners.registerApp')}</Button>}
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={rows.length === 0} emptyText={t('partners.noApps')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('partners.apps')} columns={columns} rows={list.rows} />
            </p>
            <RecordTable caption={t('partners.apps')} columns={columns} rows={list.rows} rowKey={(row) => row.clientId} order={list.order} />
          </>
        )}
      </ScreenState>
      {registering && <RegisterApplication onRegistered={reload} onClose={() => setRegistering(false)} />}
    </section>
  )
}

interface Fields {
  name: string
  redirectUris: string
}

function RegisterApplication({ onRegistered, onClose }: { onRegistered: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [issued, setIssued] = useState<IssuedSecret | null>(null)
  const { submit, running, refused } = useFormAction(ApplicationRegisterDocument, form, useRefusalWords())
  const finish = async ({ name, redirectUris }: Fields) => {
    const result = await submit({ name: name.trim(), redirectUris: redirectUris.split(/\s+/).filter(Boolean) })
    if (!result?.application || !result.secret) return
    onRegistered()
    setIssued({ name: result.application.name, clientId: result.application.clientId, secret: result.secret })
  }
  const required = { required: true, whitespace: true, message: t('refusals.required') }

  if (issued) return <SecretOnce issued={issued} note={t('partners.discovery', { address: `${location.origin}/.well-known/openid-configuration` })} onClose={onClose} />
  return (
    <Modal
      open
      title={t('partners.registerApp')}
      okText={t('partners.registerApp')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        <Form.Item name="name" label={t('partners.appName')} rules={[required]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="redirectUris" label={t('partners.redirectUris')} extra={t('partners.redirectWhy')} rules={[required]}>
          <Input.TextArea rows={3} autoComplete="off" />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
