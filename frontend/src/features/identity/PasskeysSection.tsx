import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { PasskeyBeginDocument, PasskeyRegisterDocument, PasskeyRemoveDocument, PasskeyRenameDocument } from '@/gql/staff/graphql'
import { useAction, type UserError } from '@/lib/use-action'
import { canPasskey, createPasskey } from './passkey'
import type { Passkey, SecurityPartProps } from './SecurityParts'

/** The account's passkeys; each device has one of its own. */
export function PasskeysSection(props: SecurityPartProps) {
  const { security, proven, onReload } = props
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ what: 'rename' | 'remove'; passkey: Passkey } | null>(null)
  const [errors, setErrors] = useState<UserError[]>([])
  const remove = useAction(PasskeyRemoveDocument)
  const rename = useAction(PasskeyRenameDocument)
  const take = async (passkey: Passkey) => {
    setAsked(null)
    const outcome = await proven(() => remove.run({ id: passkey.id }))
    setErrors(outcome.done ? [] : outcome.userErrors)
    if (outcome.done) onReload()
  }
  const call = async (passkey: Passkey, name: string) => {
    setAsked(null)
    const outcome = await rename.run({ id: passkey.id, name })
    setErrors(outcome.done ? [] : outcome.userErrors)
    if (outcome.done) onReload()
  }
  const columns = useColumns((passkey) => (
    <div className="row-actions">
      <Button onClick={() => setAsked({ what: 'rename', passkey })}>
        {t('security.rename')}
        <span className="visually-hidden"> {passkey.name}</span>
      </Button>
      <Button onClick={() => setAsked({ what: 'remove', passkey })}>
        {t('security.remove')}
        <span className="visually-hidden"> {passkey.name}</span>
      </Button>
    </div>
  ))
  return (
    <section aria-labelledby="security-passkeys">
      <h2 id="security-passkeys">{t('security.passkeys')}</h2>
      <p>{t('security.passkeysWhy')}</p>
      <Refusals errors={errors} />
      {security.passkeys.length > 0 ? (
        <RecordTable caption={t('security.passkeys')} columns={columns} rows={security.passkeys} rowKey={(one) => one.id} />
      ) : (
        <p>{t('security.noPasskeys')}</p>
      )}
      {canPasskey() ? <AddPasskey {...props} /> : <p className="note">{t('security.noPasskeysHere')}</p>}
      {asked?.what === 'rename' && <RenameModal passkey={asked.passkey} onDone={(name) => void call(asked.passkey, name)} onClose={() => setAsked(null)} />}
      <Modal
        open={asked?.what === 'remove'}
        title={t('security.removePasskeyTitle', { name: asked?.passkey.name })}
        okText={t('security.remove')}
        cancelText={t('actions.cancel')}
        onOk={() => asked && void take(asked.passkey)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('security.removeWhy')}</p>
      </Modal>
    </section>
  )
}

function useColumns(actions: (passkey: Passkey) => React.ReactNode): Column<Passkey>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      title: t('security.passkeyName'),
      text: (one) => one.name,
      render: (one) => (
        <>
          {one.name}
          {one.clonedAt && <span className="warn"> {t('security.cloned')}</span>}
        </>
      ),
    },
    { key: 'created', title: t('security.created'), text: (one) => one.createdAt, render: (one) => <Instant at={one.createdAt} /> },
    {
      key: 'used',
      title: t('security.lastUsed'),
      text: (one) => one.lastUsedAt ?? t('security.never'),
      render: (one) => (one.lastUsedAt ? <Instant at={one.lastUsedAt} /> : t('security.never')),
    },
    { key: 'actions', title: t('identity.actions'), text: () => '', render: actions },
  ]
}

function AddPasskey({ proven, onCodes, onReload }: SecurityPartProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ name: string }>()
  const begin = useAction(PasskeyBeginDocument)
  const register = useAction(PasskeyRegisterDocument)
  const [errors, setErrors] = useState<UserError[]>([])
  const add = async ({ name }: { name: string }) => {
    setErrors([])
    const begun = await proven(() => begin.run({}))
    if (!begun.done || !begun.result.options) return setErrors(begun.done ? [] : begun.userErrors)
    let credential: string
    try {
      credential = await createPasskey(begun.result.options)
    } catch {
      return setErrors([{ code: 'STOPPED', message: t('security.passkeyStopped') }])
    }
    const outcome = await register.run({ name, credential })
    if (!outcome.done) return setErrors(outcome.userErrors)
    form.resetFields()
    if (outcome.result.recoveryCodes) onCodes(outcome.result.recoveryCodes)
    else onReload()
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="narrow" onFinish={(fields) => void add(fields)}>
      <Refusals errors={errors} />
      <Form.Item name="name" label={t('security.passkeyName')} extra={t('security.passkeyNameWhy')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Button htmlType="submit" loading={begin.running || register.running}>
        {t('security.addPasskey')}
      </Button>
    </Form>
  )
}

function RenameModal({ passkey, onDone, onClose }: { passkey: Passkey; onDone: (name: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ name: string }>()
  return (
    <Modal open title={t('security.rename')} okText={t('actions.save')} cancelText={t('actions.cancel')} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name: passkey.name }} onFinish={({ name }) => onDone(name)}>
        <Form.Item name="name" label={t('security.passkeyName')} rules={[{ required: true, message: t('refusals.required') }]}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
