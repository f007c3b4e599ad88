import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** The day a change takes effect, and the paper that orders it. */
export function OrderFields() {
  const { t } = useTranslation()
  const rules = [{ required: true, whitespace: true, message: t('refusals.required') }]
  return (
    <>
      <Form.Item name="effectiveOn" label={t('organisation.effectiveOn')} extra={t('organisation.effectiveWhy')} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="paper" label={t('organisation.paper')} rules={rules}>
        <Input maxLength={300} placeholder={t('organisation.paperWhy')} />
      </Form.Item>
    </>
  )
}

export interface Order {
  effectiveOn: string
  paper: string
}
