import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AbsenceRecordDocument, type AbsenceKind } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { PersonSelect } from '@/components/PersonSelect'

const KINDS = ['LEAVE', 'TRAVEL', 'TRAINING', 'OTHER'] as const satisfies readonly AbsenceKind[]

interface AbsenceModalProps {
  /** null: oneself, with a deputy of the own unit */
  accountId: string | null
  unitId?: string | null
  /** the deputy may be somebody else of the level */
  beyondUnit?: boolean
  onDone: () => void
  onClose: () => void
}

interface Fields {
  kind: AbsenceKind
  from: string
  to: string
  deputyId?: string
}

/** Who is away from when to when, and who stands in. */
export function AbsenceModal({ accountId, unitId = null, beyondUnit, onDone, onClose }: AbsenceModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(AbsenceRecordDocument, form, useRefusalWords())
  const today = district?.today ?? todayHere()
  const required = [{ required: true, message: t('refusals.required') }]
  const finish = async ({ kind, from, to, deputyId }: Fields) => {
    if (await submit({ accountId, kind, from, to, deputyId: deputyId ?? null })) onDone()
  }
  return (
    <Modal
      open
      title={t('identity.recordAbsence')}
      okText={t('identity.recordAbsence')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ kind: 'LEAVE', from: today, to: today }} onFinish={(fields) => void finish(fields)}>
        <Form.Item name="kind" label={t('identity.absenceKind')}>
          <Radio.Group options={KINDS.map((value) => ({ value, label: t(`identity.absenceKinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="from" label={t('identity.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('identity.to')} rules={required}>
          <Input type="date" min={today} />
        </Form.Item>
        <PersonSelect name="deputyId" label={t('identity.deputy')} unitId={unitId} beyondUnit={beyondUnit} except={accountId ?? undefined} extra={t(beyondUnit ? 'identity.deputyAnybody' : 'identity.deputyWhy')} />
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
