import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PartnerRegisterDocument, UnitsDocument, type PartnerScope } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { SCOPES } from './scopes'
import { SecretOnce, type IssuedSecret } from './SecretOnce'

interface Fields {
  name: string
  unitId: string
  scopes: PartnerScope[]
}

/** Gives a system a post in a unit; its secret is shown once, where the form was. */
export function RegisterModal({ onRegistered, onClose }: { onRegistered: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [issued, setIssued] = useState<IssuedSecret | null>(null)
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const { submit, running, refused } = useFormAction(PartnerRegisterDocument, form, useRefusalWords())
  const finish = async ({ name, unitId, scopes }: Fields) => {
    const result = await submit({ name: name.trim(), unitId, scopes })
    if (!result?.partner || !result.secret) return
    onRegistered()
    setIssued({ name: result.partner.name, clientId: result.partner.clientId, secret: result.secret })
  }
  const required = { required: true, message: t('refusals.required') }

  if (issued) return <SecretOnce issued={issued} note={t('partners.documents')} onClose={onClose} />
  return (
    <Modal
      open
      title={t('partners.register')}
      okText={t('partners.register')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields> form={form} layout="vertical" initialValues={{ scopes: [...SCOPES] }} onFinish={(fields) => void finish(fields)}>
        <Form.Item name="name" label={t('partners.name')} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unitId" label={t('partners.unit')} extra={t('partners.unitWhy')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(data?.units ?? []).map((unit) => ({
              value: unit.id,
              label: unit.subDistrict ? t('pairs.beside', { name: unit.name, value: unit.subDistrict.name }) : unit.name,
            }))}
          />
        </Form.Item>
        <Form.Item name="scopes" label={t('partners.scopes')} rules={[required]}>
          <Checkbox.Group options={SCOPES.map((value) => ({ value, label: t(`partners.scope.${value}`) }))} />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
