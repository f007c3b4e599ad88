import { Form, Input, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AlertAnswerDocument, AlertAppealDocument, AlertJudgeDocument, type AlertFactsFragment, type AlertGround } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

export type AlertAct = 'answer' | 'appeal' | 'judge'

const GROUNDS = ['SYSTEM_DOWN', 'WRONG_IMPORT', 'WRONG_RULE', 'OTHER'] as const

interface AlertModalProps {
  act: AlertAct
  alert: AlertFactsFragment
  onReload: () => void
  onDone: () => void
  onClose: () => void
}

interface Fields {
  reason: string
  measures: string
  ground: AlertGround
  attachmentId?: string
  accept: boolean
  note?: string
}

/** The unit's word on an alert, or supervision's judgement of it. */
export function AlertModal({ act, alert, onReload, onDone, onClose }: AlertModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const answer = useFormAction(AlertAnswerDocument, form, words)
  const appeal = useFormAction(AlertAppealDocument, form, words)
  const judge = useFormAction(AlertJudgeDocument, form, words)
  const action = { answer, appeal, judge }[act]
  const appealed = alert.state === 'APPEALED'
  const why = act === 'judge' ? t(appealed ? 'alerts.judgeAppealWhy' : 'alerts.judgeAnswerWhy') : t(`alerts.${act}Why`)

  const finish = async ({ reason, measures, ground, attachmentId, accept, note }: Fields) => {
    const on = { id: alert.id, expectedVersion: alert.version }
    const proof = attachmentId || null
    const done =
      act === 'answer'
        ? await answer.submit({ ...on, reason, measures, attachmentId: proof })
        : act === 'appeal'
          ? await appeal.submit({ ...on, ground, reason, attachmentId: proof })
          : await judge.submit({ ...on, accept, note: note ?? null })
    if (done) onDone()
  }

  return (
    <Modal
      open
      title={t(`alerts.${act}`)}
      okText={t(`alerts.${act}`)}
      cancelText={t('actions.cancel')}
      confirmLoading={action.running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{why}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        {act === 'judge' ? <JudgeFields appealed={appealed} /> : <UnitFields appealing={act === 'appeal'} alert={alert} />}
      </Form>
      <Refusals
        errors={action.refused.errors}
        fault={action.refused.fault}
        onReload={() => {
          action.forgive()
          onReload()
        }}
      />
    </Modal>
  )
}

function UnitFields({ appealing, alert }: { appealing: boolean; alert: AlertFactsFragment }) {
  const { t } = useTranslation()
  const required = [{ required: true, whitespace: true, message: t('refusals.required') }]
  const proofs = (alert.case?.attachments ?? []).map(({ id, name }) => ({ value: id, label: name }))
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
      {proofs.length > 0 && (
        <Form.Item name="attachmentId" label={t('alerts.proof')}>
          <Select allowClear placeholder={t('alerts.noProof')} options={proofs} />
        </Form.Item>
      )}
    </>
  )
}

function JudgeFields({ appealed }: { appealed: boolean }) {
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
