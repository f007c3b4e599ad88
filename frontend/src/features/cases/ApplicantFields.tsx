import { Checkbox, Form, Input, Radio, Select, type FormInstance, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicantKind } from '@/gql/staff/graphql'
import { idKindsOf, idNumberFault, mandatesOf, type AcceptFields } from './accept-form'
import { AgentFields } from './AgentFields'

interface ApplicantFieldsProps {
  form: FormInstance<AcceptFields>
  today: string
  nameRef: Ref<InputRef>
}

export function ApplicantFields({ form, today, nameRef }: ApplicantFieldsProps) {
  const { t } = useTranslation()
  const kind = Form.useWatch(['applicant', 'kind'], form) ?? 'PERSON'
  const news = Form.useWatch('news', form) === true
  const required = { required: true, whitespace: true, message: t('refusals.required') }

  const changeKind = (next: ApplicantKind) => {
    form.setFieldValue(['applicant', 'idKind'], idKindsOf(next)[0])
    form.setFields([{ name: ['applicant', 'idNumber'], errors: [] }])
    const mandate = form.getFieldValue(['applicant', 'agent', 'mandate'])
    if (mandate && !mandatesOf(next).includes(mandate)) form.setFieldValue(['applicant', 'agent', 'mandate'], undefined)
  }
  const fitsItsKind = async (_rule: unknown, text?: string) => {
    if (!text) return
    const fault = idNumberFault(form.getFieldValue(['applicant', 'idKind']), text, today)
    if (fault) throw new Error(t(`cases.idFaults.${fault}`))
  }

  return (
    <div className="field-grid">
      <Form.Item name={['applicant', 'kind']} label={t('cases.applicantKind')}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={(['PERSON', 'ENTERPRISE'] as const).map((value) => ({ value, label: t(`cases.kinds.${value}`) }))}
          onChange={(event) => changeKind(event.target.value)}
        />
      </Form.Item>
      <Form.Item name={['applicant', 'name']} label={t(`cases.nameOf.${kind}`)} rules={[required]}>
        <Input ref={nameRef} maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['applicant', 'idKind']} label={t('cases.idKind')}>
        <Select
          options={idKindsOf(kind).map((value) => ({ value, label: t(`cases.idKinds.${value}`) }))}
          onChange={() => void (form.getFieldValue(['applicant', 'idNumber']) && form.validateFields([['applicant', 'idNumber']]))}
        />
      </Form.Item>
      <Form.Item
        name={['applicant', 'idNumber']}
        label={t('cases.idNumber')}
        validateTrigger="onBlur"
        rules={[required, { validator: fitsItsKind }]}
      >
        <Input maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="code" />
      </Form.Item>
      <Form.Item
        name={['applicant', 'mobile']}
        label={t('cases.mobile')}
        validateTrigger="onBlur"
        dependencies={['news']}
        rules={[{ required: news, whitespace: true, message: t('cases.newsNeedsMobile') }, { pattern: /^\s*1[3-9](\s*\d){9}\s*$/, message: t('cases.mobileFault') }]}
      >
        <Input inputMode="tel" autoComplete="off" maxLength={20} className="code" />
      </Form.Item>
      <Form.Item name="news" valuePropName="checked">
        <Checkbox>{t('cases.news')}</Checkbox>
      </Form.Item>
      <AgentFields form={form} kind={kind} today={today} />
    </div>
  )
}
