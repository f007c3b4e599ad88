import { Button, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { LocalDayRemoveDocument, LocalDaySetDocument } from '@/gql/staff/graphql'
import { formatDay } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { Forecast } from './Forecast'
import type { SpecialDay } from './month'

interface LocalDayModalProps {
  day: string
  special?: SpecialDay
  onReload: () => void
  onSaved: (movedDuties: number) => void
  onClose: () => void
}

interface Fields {
  off: boolean
  name: string
  paper?: string
}

/** Declares one day off or working for this district; open clocks that cross it are recomputed. */
export function LocalDayModal({ day, special, onReload, onSaved, onClose }: LocalDayModalProps) {
  const { t, i18n } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const set = useFormAction(LocalDaySetDocument, form, words)
  const remove = useFormAction(LocalDayRemoveDocument, form, words)
  const local = special?.local ? special : undefined
  const version = local?.version ?? null
  const off = Form.useWatch('off', form) ?? local?.off ?? true

  const save = async ({ off, name, paper }: Fields) => {
    const result = await set.submit({ day, off, name: name.trim(), paper: paper?.trim() || null, expectedVersion: version })
    if (result) onSaved(result.movedDuties ?? 0)
  }
  const drop = async () => {
    if (version === null) return
    const result = await remove.submit({ day, expectedVersion: version })
    if (result) onSaved(result.movedDuties ?? 0)
  }

  return (
    <Modal
      open
      title={t('clock.dayTitle', { day: formatDay(day, i18n.language) })}
      onCancel={onClose}
      footer={[
        local && (
          <Button key="remove" danger loading={remove.running} onClick={() => void drop()}>
            {t('clock.removeLocal')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('actions.cancel')}
        </Button>,
        <Button key="save" type="primary" loading={set.running} onClick={() => form.submit()}>
          {t('actions.save')}
        </Button>,
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ off: local?.off ?? true, name: local?.name, paper: local?.paper ?? undefined }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="off" label={t('clock.dayKind')}>
          <Radio.Group
            options={[
              { value: true, label: t('clock.localOff') },
              { value: false, label: t('clock.localWork') },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label={t('clock.dayName')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={60} placeholder={t('clock.dayNameWhy')} />
        </Form.Item>
        <Form.Item name="paper" label={t('clock.paper')}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
      <Forecast day={day} off={off} />
      {local && <Forecast day={day} off={null} />}
      <Refusals
        errors={[...set.refused.errors, ...remove.refused.errors]}
        fault={set.refused.fault ?? remove.refused.fault}
        onReload={onReload}
      />
    </Modal>
  )
}
