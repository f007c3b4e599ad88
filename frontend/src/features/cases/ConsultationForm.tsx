import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ConsultationOpenDocument, type ApplicantKind } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { ItemPicker } from './ItemPicker'

interface Fields {
  itemId?: string
  unitId?: string
  askerKind: ApplicantKind
  askerName?: string
  askerMobile?: string
  question: string
  materials?: string
  answer?: string
  hours: number
}

/** A question as it is asked at the window or on the phone; answered on the spot, or owed from now on. */
export function ConsultationForm({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(ConsultationOpenDocument, form, useRefusalWords())
  const required = { required: true, whitespace: true, message: t('refusals.required') }

  const finish = async (fields: Fields) => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as unknown as Fields
    const result = await submit(filled)
    if (result?.consultation) onOpened(result.consultation.id)
  }

  return (
    <Modal
      open
      title={t('consult.add')}
      okText={t('consult.add')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ askerKind: 'PERSON', hours: 24, unitId: viewer.units[0]?.id }}
        onFinish={(fields) => void finish(fields)}
      >
        <Form.Item name="itemId" hidden>
          <Input />
        </Form.Item>
        <Form.Item label={t('consult.item')} htmlFor="consult-item" extra={t('consult.itemHint')}>
          <ItemPicker id="consult-item" any onPick={(id) => form.setFieldValue('itemId', id ?? undefined)} />
        </Form.Item>
        <Form.Item name="question" label={t('consult.question')} rules={[required]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="materials" label={t('consult.materials')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="answer" label={t('consult.answerNow')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="hours" label={t('consult.hours')}>
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
        <Form.Item name="askerKind" label={t('consult.askerKind')}>
          <Radio.Group options={(['PERSON', 'ENTERPRISE'] as const).map((value) => ({ value, label: t(`cases.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="askerName" label={t('consult.askerName')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="askerMobile" label={t('consult.askerMobile')} rules={[{ pattern: /^\s*1[3-9](\s*\d){9}\s*$/, message: t('cases.mobileFault') }]}>
          <Input inputMode="tel" autoComplete="off" maxLength={20} className="code" />
        </Form.Item>
        {viewer.units.length > 1 && (
          <Form.Item name="unitId" label={t('consult.firstUnit')}>
            <Select options={viewer.units.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
