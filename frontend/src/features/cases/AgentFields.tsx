import { Checkbox, Form, Input, Radio, Select, type FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApplicantKind } from '@/gql/staff/graphql'
import { idKindsOf, idNumberFault, mandatePaper, mandatesOf, MANDATE_SEQ, type AcceptFields } from './accept-form'

interface AgentFieldsProps {
  form: FormInstance<AcceptFields>
  kind: ApplicantKind
  today: string
}

const at = (field: string) => ['applicant', 'agent', field]

/** Who acts for the applicant: who he is, on what mandate, and whether its paper was seen. */
export function AgentFields({ form, kind, today }: AgentFieldsProps) {
  const { t } = useTranslation()
  const there = Form.useWatch('hasAgent', form) === true
  const mandate = Form.useWatch(['applicant', 'agent', 'mandate'], form)
  const required = { required: true, whitespace: true, message: t('refusals.required') }
  const fitsItsKind = async (_rule: unknown, text?: string) => {
    const fault = text && idNumberFault(form.getFieldValue(['applicant', 'agent', 'idKind']), text, today)
    if (fault) throw new Error(t(`cases.idFaults.${fault}`))
  }
  return (
    <>
      <Form.Item name="hasAgent" valuePropName="checked" className="whole-row">
        <Checkbox>{t('cases.hasAgent')}</Checkbox>
      </Form.Item>
      {there && (
        <>
          <Form.Item name={at('name')} label={t('cases.agentName')} rules={[required]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name={at('idKind')} label={t('cases.agentIdKind')} initialValue="IDENTITY_CARD">
            <Select options={idKindsOf('PERSON').map((value) => ({ value, label: t(`cases.idKinds.${value}`) }))} />
          </Form.Item>
          <Form.Item name={at('idNumber')} label={t('cases.agentIdNumber')} validateTrigger="onBlur" rules={[required, { validator: fitsItsKind }]}>
            <Input maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="code" />
          </Form.Item>
          <Form.Item name={at('mandate')} label={t('cases.mandate')} rules={[{ required: true, message: t('cases.chooseMandate') }]}>
            <Select options={mandatesOf(kind).map((value) => ({ value, label: t(`cases.mandates.${value}`) }))} />
          </Form.Item>
          <Form.Item name={at('until')} label={t('cases.mandateUntil')} extra={t('cases.mandateUntilWhy')}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item
            name={['materials', String(MANDATE_SEQ)]}
            label={t(`cases.mandatePapers.${mandatePaper(mandate)}`)}
            rules={[{ required: true, message: t('cases.chooseState') }]}
          >
            <Radio.Group
              aria-label={t(`cases.mandatePapers.${mandatePaper(mandate)}`)}
              optionType="button"
              buttonStyle="solid"
              options={(['ORIGINAL_SEEN', 'COPY', 'MISSING'] as const).map((state) => ({ value: state, label: t(`cases.materialStates.${state}`) }))}
            />
          </Form.Item>
        </>
      )}
    </>
  )
}
