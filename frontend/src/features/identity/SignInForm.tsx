import { Alert, Button, Form, Input } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canPasskey } from './passkey'
import { SecondStepForm } from './SecondStepForm'
import { signIn, signInByPasskey, type SignInAnswer } from './sign-in'

interface SignInFormProps {
  /** fixed when a session ended in the middle of work */
  username?: string
  /** by a passkey nobody has typed a name */
  onSignedIn: (username?: string) => void
}

interface Fields {
  username: string
  password: string
}

/** Password, then a code where the account has one; or a passkey alone. */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<SignInAnswer | null>(null)
  const [half, setHalf] = useState<string | null>(null)

  const submit = async (fields: Fields) => {
    setRunning(true)
    setRefused(null)
    const name = fields.username.trim()
    const answer = await signIn(name, fields.password)
    setRunning(false)
    if (answer.ok) return onSignedIn(name)
    if (answer.code === 'SECOND_STEP') return setHalf(name)
    setRefused(answer)
    form.resetFields(['password'])
    form.getFieldInstance('password')?.focus()
  }
  const byPasskey = async () => {
    setRefused(null)
    const answer = await signInByPasskey()
    if (answer?.ok) return onSignedIn()
    setRefused(answer)
  }
  const again = (why: SignInAnswer | null) => {
    setHalf(null)
    setRefused(why)
  }

  if (half) return <SecondStepForm onSignedIn={() => onSignedIn(half)} onBack={again} />
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ username }} onFinish={submit}>
      <div aria-live="assertive">{refused && !refused.ok && <Alert type="error" showIcon title={refusalWords(refused, t)} />}</div>
      <Form.Item name="username" label={t('identity.loginName')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input size="large" autoComplete="username" autoFocus={!username} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('identity.password')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input.Password size="large" autoComplete="current-password" autoFocus={!!username} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={running}>
        {t('identity.signIn')}
      </Button>
      {!username && canPasskey() && (
        <p className="beside">
          <Button size="large" block onClick={() => void byPasskey()}>
            {t('security.signInByPasskey')}
          </Button>
        </p>
      )}
    </Form>
  )
}

export function refusalWords(refused: Exclude<SignInAnswer, { ok: true }>, t: TFunction): string {
  if (refused.code === 'THROTTLED' && refused.retryAfterSeconds) {
    return t('identity.throttledFor', { minutes: Math.ceil(refused.retryAfterSeconds / 60) })
  }
  return t(`identity.refused.${refused.code}`, { defaultValue: t('faults.INTERNAL') })
}
