import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canPasskey } from './passkey'
import { sendCode, signInByPasskey, type SignInAnswer } from './sign-in'
import { refusalWords } from './SignInForm'

interface SecondStepFormProps {
  onSignedIn: () => void
  onBack: (why: SignInAnswer | null) => void
}

/** After the password: a code of the generator, a recovery code, or a passkey. */
export function SecondStepForm({ onSignedIn, onBack }: SecondStepFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ code: string }>()
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<SignInAnswer | null>(null)

  const take = async (step: Promise<SignInAnswer | null>) => {
    setRunning(true)
    setRefused(null)
    const answer = await step
    setRunning(false)
    if (answer?.ok) return onSignedIn()
    if (answer?.code === 'SIGN_IN_AGAIN') return onBack(answer)
    setRefused(answer)
    form.resetFields()
    form.getFieldInstance('code')?.focus()
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ code }) => void take(sendCode(code))}>
      <h2>{t('security.secondStep')}</h2>
      <div aria-live="assertive">{refused && !refused.ok && <Alert type="error" showIcon title={refusalWords(refused, t)} />}</div>
      <Form.Item name="code" label={t('security.secondStepCode')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input size="large" autoComplete="one-time-code" autoFocus autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={running}>
        {t('security.verify')}
      </Button>
      {canPasskey() && (
        <p className="beside">
          <Button size="large" block disabled={running} onClick={() => void take(signInByPasskey())}>
            {t('security.usePasskey')}
          </Button>
        </p>
      )}
      <p className="beside">
        <button type="button" className="plain-link" onClick={() => onBack(null)}>
          {t('security.back')}
        </button>
      </p>
    </Form>
  )
}
