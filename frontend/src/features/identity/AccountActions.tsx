import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import {
  AccountDisableDocument,
  AccountEnableDocument,
  AccountPasswordResetDocument,
  type AccountRowFragment,
} from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { FirstPasswordOnce, type FirstPassword } from './FirstPasswordOnce'

type Asked = 'disable' | 'enable' | 'reset'

export function AccountActions({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [issued, setIssued] = useState<FirstPassword | null>(null)
  const disable = useAction(AccountDisableDocument)
  const enable = useAction(AccountEnableDocument)
  const reset = useAction(AccountPasswordResetDocument)

  const close = () => {
    setAsked(null)
    setRefused({ errors: [] })
  }
  const confirm = async () => {
    const input = { id: account.id, expectedVersion: account.version }
    if (asked === 'reset') {
      const outcome = await reset.run(input)
      if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
      if (outcome.result.firstPassword) setIssued({ account, password: outcome.result.firstPassword })
    } else {
      const outcome = await (asked === 'disable' ? disable : enable).run(input)
      if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    }
    close()
  }

  return (
    <div className="row-actions">
      <Button onClick={() => setAsked(account.disabledAt ? 'enable' : 'disable')}>
        {t(account.disabledAt ? 'identity.enable' : 'identity.disable')}
        <span className="visually-hidden"> {account.loginName}</span>
      </Button>
      <Button onClick={() => setAsked('reset')}>
        {t('identity.reset')}
        <span className="visually-hidden"> {account.loginName}</span>
      </Button>
      <Modal
        open={asked !== null}
        title={asked && t(`identity.${asked}Title`, { name: `${account.name} (${account.loginName})` })}
        okText={t('actions.confirm')}
        cancelText={t('actions.cancel')}
        confirmLoading={disable.running || enable.running || reset.running}
        onOk={() => void confirm()}
        onCancel={close}
      >
        <p>{asked && t(`identity.${asked}Why`)}</p>
        <Refusals errors={refused.errors} fault={refused.fault} />
      </Modal>
      {issued && <FirstPasswordOnce issued={issued} onClose={() => setIssued(null)} />}
    </div>
  )
}
