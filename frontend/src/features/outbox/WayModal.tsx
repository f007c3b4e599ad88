import { Form, Input, Modal, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { NoticeChannelSaveDocument, type ChannelKind, type NoticeSettingsQuery } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useKindWords } from './use-kind-words'

type Way = NoticeSettingsQuery['noticeChannels'][number]

interface Fields {
  kind: ChannelKind
  name: string
  address?: string
  secret?: string
  kinds: string[]
  enabled: boolean
}

interface WayModalProps {
  kinds: NoticeSettingsQuery['noticeKinds']
  /** null: a new one */
  way: Way | null
  onSaved: () => void
  onClose: () => void
}

export function WayModal({ kinds, way, onSaved, onClose }: WayModalProps) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(NoticeChannelSaveDocument, form, useRefusalWords())
  const save = async (fields: Fields) => {
    const result = await submit({
      id: way?.id ?? null,
      expectedVersion: way?.version ?? null,
      kind: fields.kind,
      name: fields.name,
      address: fields.address?.trim() || null,
      secret: fields.secret || null,
      kinds: fields.kinds,
      enabled: fields.enabled,
    })
    if (result) onSaved()
  }
  const initial: Partial<Fields> = way ? { kind: way.kind, name: way.name, kinds: way.kinds, enabled: way.enabled } : { kind: 'WECOM', kinds: ['*'], enabled: true }
  const options = [{ value: '*', label: t('outbox.allKinds') }, ...kinds.map((one) => ({ value: one.code, label: kindWords(one) }))]
  return (
    <Modal open title={way?.name ?? t('outbox.newWay')} okText={t('actions.save')} cancelText={t('actions.cancel')} confirmLoading={running} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Fields> form={form} layout="vertical" initialValues={initial} onFinish={(fields) => void save(fields)}>
        <Form.Item name="kind" label={t('outbox.wayKind')}>
          <Select disabled={!!way} options={(['WECOM', 'DINGTALK', 'WEBHOOK'] as const).map((value) => ({ value, label: t(`outbox.channels.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('outbox.name')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="address" label={t('outbox.address')} extra={way ? `${way.host} · ${t('outbox.addressKept')}` : undefined}>
          <Input inputMode="url" autoComplete="off" placeholder="https://" />
        </Form.Item>
        <Form.Item name="secret" label={t('outbox.secret')} extra={way ? t('outbox.addressKept') : undefined}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="kinds" label={t('outbox.kinds')}>
          <Select mode="multiple" options={options} />
        </Form.Item>
        <Form.Item name="enabled" label={t('outbox.enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
