import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { PartnerSecretReplaceDocument, type PartnerRowFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { SecretOnce, type IssuedSecret } from './SecretOnce'

/** For a secret that is old or has got about: the system stays what it is, only its secret is another. */
export function ReplaceSecret({ client, onDone }: { client: PartnerRowFragment; onDone: () => void }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [issued, setIssued] = useState<IssuedSecret | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const { run, running } = useAction(PartnerSecretReplaceDocument)
  const close = () => {
    setAsked(false)
    setRefused({ errors: [] })
  }
  const confirm = async () => {
    const outcome = await run({ clientId: client.clientId, expectedVersion: client.version })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    close()
    if (outcome.result.secret) setIssued({ name: client.name, clientId: client.clientId, secret: outcome.result.secret })
  }
  return (
    <>
      <Button onClick={() => setAsked(true)}>
        {t('partners.replaceSecret')}
        <span className="visually-hidden"> {client.name}</span>
      </Button>
      <Modal
        open={asked}
        title={t('partners.replaceSecretTitle', { name: client.name })}
        okText={t('partners.replaceSecret')}
        cancelText={t('actions.cancel')}
        confirmLoading={running}
        onOk={() => void confirm()}
        onCancel={close}
      >
        <p>{t('partners.replaceSecretWhy')}</p>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      </Modal>
      {issued && (
        <SecretOnce
          issued={issued}
          note={t('partners.replacedSecret')}
          onClose={() => {
            setIssued(null)
            onDone()
          }}
        />
      )}
    </>
  )
}
