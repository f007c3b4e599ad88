import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PasswordChangeDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { passwordFault } from './password-rules'

interface Fields {
  oldPassword: string
  newPassword: string
  repeated: string
}

export function PasswordForm({ loginName, onChanged }: { loginName: string; onChanged: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(PasswordChangeDocument, form, useRefusalWords())

  const finish = async ({ oldPassword, newPassword }: Fields) => {
    if (await submit({ oldPassword, newPassword })) onChanged()
  }
  const goodEnough = async (_rule: unknown, value?: string) => {
    const fault = passwordFault(value ?? '', loginName)
    if (fault) throw new Error(t(`identity.${fault}`))
  }
  const same = async (_rule: unknown, value?: string) => {
    if (value !== form.getFieldValue('newPassword')) throw new Error(t('identity.notTheSame'))
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onBlur" onFinish={finish} className="narrow">
      <Refusals errors={refused.errors} fault={refused.fault} />
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      <Form.Item name="oldPassword" label={t('identity.oldPassword')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={t('identity.newPassword')} extra={t('identity.passwordRule')} rules={[{ validator: goodEnough }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="repeated" label={t('identity.repeatPassword')} dependencies={['newPassword']} rules={[{ validator: same }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={running}>
        {t('identity.changePassword')}
      </Button>
    </Form>
  )
}
