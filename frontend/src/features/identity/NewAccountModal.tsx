import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AccountCreateDocument, type Role } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { worksInUnit } from './account-filter'
import { FirstPasswordOnce, type FirstPassword } from './FirstPasswordOnce'
import { PostFields } from './PostFields'

interface Fields {
  loginName: string
  name: string
  mobile?: string
  role: Role
  unitId?: string
  subDistrictId?: string
}

/** Opens an account; its first password is shown, and can be printed, once. */
export function NewAccountModal({ onOpened, onClose }: { onOpened: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [issued, setIssued] = useState<FirstPassword | null>(null)
  const { submit, running, refused } = useFormAction(AccountCreateDocument, form, useRefusalWords())

  const finish = async ({ loginName, name, mobile, role, unitId, subDistrictId }: Fields) => {
    const result = await submit({
      loginName: loginName.trim(),
      name: name.trim(),
      mobile: mobile?.trim() || null,
      role,
      unitId: worksInUnit(role) ? unitId : null,
      subDistrictId: role === 'SUB_DISTRICT_ADMIN' ? subDistrictId : null,
    })
    if (!result?.account || !result.firstPassword) return
    onOpened()
    setIssued({ account: result.account, password: result.firstPassword })
  }
  const required = [{ required: true, whitespace: true, message: t('refusals.required') }]

  if (issued) return <FirstPasswordOnce issued={issued} onClose={onClose} />
  return (
    <Modal
      open
      title={t('identity.newAccount')}
      okText={t('identity.newAccount')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        <Form.Item name="name" label={t('identity.name')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="loginName" label={t('identity.loginName')} extra={t('identity.loginNameRule')} rules={required}>
          <Input maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="mobile" label={t('identity.mobile')}>
          <Input maxLength={30} autoComplete="off" inputMode="tel" />
        </Form.Item>
        <PostFields placed />
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
