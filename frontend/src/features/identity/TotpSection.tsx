import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { QrCode } from '@/components/QrCode'
import { Refusals } from '@/components/Refusals'
import { TotpBeginDocument, TotpConfirmDocument, TotpRemoveDocument } from '@/gql/staff/graphql'
import { useAction, type UserError } from '@/lib/use-action'
import type { SecurityPartProps } from './SecurityParts'

/** A code generator on the phone: scanned, and in force once a first code was right. */
export function TotpSection({ security, proven, onCodes, onReload }: SecurityPartProps) {
  const { t } = useTranslation()
  const begin = useAction(TotpBeginDocument)
  const remove = useAction(TotpRemoveDocument)
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null)
  const [removing, setRemoving] = useState(false)
  const [errors, setErrors] = useState<UserError[]>([])

  const start = async () => {
    const outcome = await proven(() => begin.run({}))
    setErrors(outcome.done ? [] : outcome.userErrors)
    if (outcome.done && outcome.result.secret && outcome.result.uri) setSecret({ secret: outcome.result.secret, uri: outcome.result.uri })
  }
  const take = async () => {
    setRemoving(false)
    const outcome = await proven(() => remove.run({}))
    setErrors(outcome.done ? [] : outcome.userErrors)
    if (outcome.done) onReload()
  }
  return (
    <section aria-labelledby="security-totp">
      <h2 id="security-totp">{t('security.totp')}</h2>
      <p>{t('security.totpWhy')}</p>
      <p>
        {security.totpSince ? (
          <>
            {t('security.totpOn')} <Instant at={security.totpSince} />
          </>
        ) : (
          t('security.totpOff')
        )}
      </p>
      <Refusals errors={errors} />
      {secret ? (
        <FirstCode
          {...secret}
          onDone={(codes) => {
            setSecret(null)
            onCodes(codes)
          }}
        />
      ) : (
        <div className="row-actions">
          <Button type={security.totpSince ? 'default' : 'primary'} loading={begin.running} onClick={() => void start()}>
            {t(security.totpSince ? 'security.replace' : 'security.set')}
          </Button>
          {security.totpSince && (
            <Button onClick={() => setRemoving(true)}>
              {t('security.remove')}
              <span className="visually-hidden"> {t('security.totp')}</span>
            </Button>
          )}
        </div>
      )}
      <Modal open={removing} title={t('security.removeTotpTitle')} okText={t('security.remove')} cancelText={t('actions.cancel')} onOk={() => void take()} onCancel={() => setRemoving(false)}>
        <p>{t('security.removeWhy')}</p>
      </Modal>
    </section>
  )
}

function FirstCode({ secret, uri, onDone }: { secret: string; uri: string; onDone: (codes: readonly string[]) => void }) {
  const { t } = useTranslation()
  const { run, running } = useAction(TotpConfirmDocument)
  const [errors, setErrors] = useState<UserError[]>([])
  const finish = async ({ code }: { code: string }) => {
    const outcome = await run({ code })
    if (outcome.done) return onDone(outcome.result.recoveryCodes ?? [])
    setErrors(outcome.userErrors)
  }
  return (
    <Form layout="vertical" requiredMark={false} className="narrow" onFinish={(fields: { code: string }) => void finish(fields)}>
      <p>{t('security.scan')}</p>
      <QrCode text={uri} label={t('security.scan')} />
      <p>
        {t('security.orType')} <span className="code totp-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <Refusals errors={errors} />
      <Form.Item name="code" label={t('security.code')} extra={t('security.codeWhy')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={6} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={running}>
        {t('security.confirm')}
      </Button>
    </Form>
  )
}
