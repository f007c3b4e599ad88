import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/components/Facts'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { CaseApplicantRevealDocument, type CaseApplicantRevealMutation } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useAgentWords } from './use-agent-words'

type Revealed = NonNullable<CaseApplicantRevealMutation['result']['applicant']>

/** The applicant unmasked: the reason is asked first and kept in the audit trail. */
export function RevealApplicant({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const words = useRefusalWords()
  const agentWords = useAgentWords()
  const { submit, running, refused } = useFormAction(CaseApplicantRevealDocument, form, words)
  const [shown, setShown] = useState<Revealed | null>(null)

  const reveal = async ({ reason }: { reason: string }) => {
    const result = await submit({ id: caseId, reason })
    setShown(result?.applicant ?? null)
  }

  return (
    <Modal
      open
      title={t('cases.reveal')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('actions.close')}
        </Button>,
        !shown && (
          <Button key="show" type="primary" loading={running} onClick={() => form.submit()}>
            {t('cases.revealNow')}
          </Button>
        ),
      ]}
    >
      <Refusals errors={refused.errors} fault={refused.fault} />
      {shown ? (
        <Facts
          facts={[
            [t('cases.applicant'), shown.name],
            [t(`cases.idKinds.${shown.idKind}`), shown.idNumber],
            [t('cases.mobile'), shown.mobile],
            [t('cases.agent'), shown.agent && agentWords(shown.agent)],
          ]}
        />
      ) : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void reveal(typed)}>
          <p>{t('cases.revealWhy')}</p>
          <Form.Item name="reason" label={t('cases.revealReason')} rules={[{ required: true, whitespace: true, message: t('cases.revealReason') }]}>
            <Input maxLength={200} autoFocus />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}
