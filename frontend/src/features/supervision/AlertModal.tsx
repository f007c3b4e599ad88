import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AlertAnswerDocument, AlertAppealDocument, AlertJudgeDocument, type AlertFactsFragment, type AlertGround } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { JudgeFields, UnitFields } from './alert-fields'

export type AlertAct = 'answer' | 'appeal' | 'judge'

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
        {act === 'judge' ? <JudgeFields appealed={appealed} /> : <UnitFields appealing={act === 'appeal'} of={alert.case} onArrived={onReload} />}
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
