import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { PartnerDisableDocument, type PartnerRowFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'

/** Asked before it is done: nothing brings the secret back. */
export function DisablePartner({ partner, onDone }: { partner: PartnerRowFragment; onDone: () => void }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const { run, running } = useAction(PartnerDisableDocument)
  const close = () => {
    setAsked(false)
    setRefused({ errors: [] })
  }
  const confirm = async () => {
    const outcome = await run({ clientId: partner.clientId, expectedVersion: partner.version })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    close()
    onDone()
  }
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('partners.disable')}
        <span className="visually-hidden"> {partner.name}</span>
      </Button>
      <Modal
        open={asked}
        title={t('partners.disableTitle', { name: partner.name })}
        okText={t('partners.disable')}
        okButtonProps={{ danger: true }}
        cancelText={t('actions.cancel')}
        confirmLoading={running}
        onOk={() => void confirm()}
        onCancel={close}
      >
        <p>{t('partners.disableWhy')}</p>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      </Modal>
    </>
  )
}
