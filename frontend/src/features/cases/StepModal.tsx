import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TypedDocumentNode } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { StepAnswerDocument, StepEarlyDocument, StepReopenDocument, StepUrgeDocument, type StepDoneFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import type { Step } from './StepsTab'

export type StepActName = 'answer' | 'reopen' | 'urge' | 'early'

type StepMutation = TypedDocumentNode<
  { result: StepDoneFragment },
  { input: { idempotencyKey: string; id: string; expectedVersion: number } }
>

const documents: Record<StepActName, unknown> = {
  answer: StepAnswerDocument,
  reopen: StepReopenDocument,
  urge: StepUrgeDocument,
  early: StepEarlyDocument,
}

interface StepModalProps {
  step: Step
  act: StepActName
  onDone: () => void
  onClose: () => void
}

/** What a unit answers, or its lead asks; what was typed stays when somebody was faster. */
export function StepModal({ step, act, onDone, onClose }: StepModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm()
  const { submit, running, refused } = useFormAction(documents[act] as StepMutation, form, useRefusalWords())
  const answer: string | undefined = Form.useWatch('answer', form)
  const reasoned = act === 'reopen' || (act === 'answer' && answer !== undefined && answer !== 'AGREE')
  const finish = async (fields: object) => {
    if (await submit({ ...fields, id: step.id, expectedVersion: step.version })) onDone()
  }
  return (
    <Modal
      open
      title={`${t(`steps.${act}`)} · ${step.name}`}
      okText={t(`steps.${act}`)}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        {act === 'answer' && (
          <Form.Item name="answer" label={t('steps.answer')} rules={[{ required: true, message: t('refusals.required') }]}>
            <Radio.Group options={(['AGREE', 'DISAGREE', 'REFER'] as const).map((value) => ({ value, label: t(`steps.answers.${value}`) }))} />
          </Form.Item>
        )}
        {(act === 'answer' || act === 'reopen') && (
          <Form.Item name="reason" label={t('steps.reason')} rules={reasoned ? [{ required: true, whitespace: true, message: t('refusals.required') }] : undefined}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </Modal>
  )
}
