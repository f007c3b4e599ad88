import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TypedDocumentNode } from 'urql'
import { Refusals } from '@/components/Refusals'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'

interface DisableProps<Data extends { result: { userErrors: UserError[] } }> {
  document: TypedDocumentNode<Data, { input: { idempotencyKey: string; clientId: string; expectedVersion: number } }>
  client: { clientId: string; name: string; version: number }
  why: string
  onDone: () => void
}

/** Asked before it is done: nothing brings the secret back. */
export function Disable<Data extends { result: { userErrors: UserError[] } }>({ document, client, why, onDone }: DisableProps<Data>) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const { run, running } = useAction(document)
  const close = () => {
    setAsked(false)
    setRefused({ errors: [] })
  }
  const confirm = async () => {
    const outcome = await run({ clientId: client.clientId, expectedVersion: client.version })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    close()
    onDone()
  }
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('partners.disable')}
        <span className="visually-hidden"> {client.name}</span>
      </Button>
      <Modal
        open={asked}
        title={t('partners.disableTitle', { name: client.name })}
        okText={t('partners.disable')}
        okButtonProps={{ danger: true }}
        cancelText={t('actions.cancel')}
        confirmLoading={running}
        onOk={() => void confirm()}
        onCancel={close}
      >
        <p>{why}</p>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      </Modal>
    </>
  )
}
