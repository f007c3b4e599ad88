import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import {
  AccountDisableDocument,
  AccountEnableDocument,
  AccountPasswordResetDocument,
  AccountSecondFactorResetDocument,
  type AccountRowFragment,
} from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { FirstPasswordOnce, type FirstPassword } from './FirstPasswordOnce'
import { useProof } from './use-proof'

type Asked = 'disable' | 'enable' | 'reset' | 'second'

const words = (asked: Asked, part: 'Title' | 'Why') => (asked === 'second' ? `security.reset${part}` : `identity.${asked}${part}`)

export function AccountActions({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [issued, setIssued] = useState<FirstPassword | null>(null)
  const disable = useAction(AccountDisableDocument)
  const enable = useAction(AccountEnableDocument)
  const reset = useAction(AccountPasswordResetDocument)
  const second = useAction(AccountSecondFactorResetDocument)
  const { proven, dialog } = useProof()

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
    } else if (asked === 'second') {
      const outcome = await proven(() => second.run(input))
      if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
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
      {account.hasSecondFactor && (
        <Button onClick={() => setAsked('second')}>
          {t('security.reset')}
          <span className="visually-hidden"> {account.loginName}</span>
        </Button>
      )}
      {dialog}
      <Modal
        open={asked !== null}
        title={asked && t(words(asked, 'Title'), { name: t('pairs.beside', { name: account.name, value: account.loginName }) })}
        okText={t('actions.confirm')}
        cancelText={t('actions.cancel')}
        confirmLoading={disable.running || enable.running || reset.running || second.running}
        onOk={() => void confirm()}
        onCancel={close}
      >
        <p>{asked && t(words(asked, 'Why'))}</p>
        <Refusals errors={refused.errors} fault={refused.fault} />
      </Modal>
      {issued && <FirstPasswordOnce issued={issued} onClose={() => setIssued(null)} />}
    </div>
  )
}
