import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AlertFactsFragment } from '@/gql/staff/graphql'
import { ProofField } from './ProofField'

const GROUNDS = ['SYSTEM_DOWN', 'WRONG_IMPORT', 'WRONG_RULE', 'OTHER'] as const

interface UnitFieldsProps {
  appealing: boolean
  /** the case whose papers may prove it; none where many alerts are answered together */
  of?: AlertFactsFragment['case']
  onArrived?: () => void
}

/** What a unit says of an alert. */
export function UnitFields({ appealing, of, onArrived = () => undefined }: UnitFieldsProps) {
  const { t } = useTranslation()
  const required = [{ required: true, whitespace: true, message: t('refusals.required') }]
  return (
    <>
      {appealing && (
        <Form.Item name="ground" label={t('alerts.ground')} rules={[{ required: true, message: t('refusals.required') }]}>
          <Radio.Group options={GROUNDS.map((value) => ({ value, label: t(`alerts.grounds.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('alerts.reason')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {!appealing && (
        <Form.Item name="measures" label={t('alerts.measures')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      )}
      {of && (
        <Form.Item name="attachmentId" label={t('alerts.proof')}>
          <ProofField of={of} onArrived={onArrived} />
        </Form.Item>
      )}
    </>
  )
}

/** Supervision's word on it. */
export function JudgeFields({ appealed }: { appealed: boolean }) {
  const { t } = useTranslation()
  const accept = Form.useWatch<boolean | undefined>('accept')
  const options = [
    { value: true, label: t(appealed ? 'alerts.grant' : 'alerts.accept') },
    { value: false, label: t(appealed ? 'alerts.refuse' : 'alerts.sendBack') },
  ]
  return (
    <>
      <Form.Item name="accept" label={t('alerts.decision')} rules={[{ required: true, message: t('refusals.required') }]}>
        <Radio.Group options={options} />
      </Form.Item>
      <Form.Item name="note" label={t('alerts.note')} rules={[{ required: accept === false, whitespace: true, message: t('refusals.required') }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}
