import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ItemCancelDocument, ItemDraftOpenDocument, type ItemQuery } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { useFormAction } from '@/lib/use-form-action'

type Item = NonNullable<ItemQuery['item']>

/** What may be done with an item: draft its next version, cancel it. */
export function ItemActions({ item }: { item: Item }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const draft = useAction(ItemDraftOpenDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [cancelling, setCancelling] = useState(false)

  const open = async () => {
    const outcome = await draft.run({ itemId: item.id })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    await go(`/item-versions/${outcome.result.version?.id}`)
  }

  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} />
      {item.viewerCanDraft && (
        <Button type="primary" loading={draft.running} onClick={() => void open()}>
          {t('catalog.newVersion')}
        </Button>
      )}
      {item.viewerCanCancel && !item.cancelledOn && (
        <Button danger onClick={() => setCancelling(true)}>
          {t('catalog.cancelItem')}
        </Button>
      )}
      {cancelling && <CancelItem item={item} onClose={() => setCancelling(false)} />}
    </>
  )
}

function CancelItem({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ on: string; documentNo: string }>()
  const cancel = useFormAction(ItemCancelDocument, form, useRefusalWords())
  const required = [{ required: true, message: t('refusals.required') }]
  return (
    <Modal
      open
      title={t('catalog.cancelItemTitle', { name: item.name })}
      okText={t('catalog.cancelItem')}
      cancelText={t('actions.cancel')}
      confirmLoading={cancel.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('catalog.cancelItemWhy')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={(fields) =>
          void cancel.submit({ id: item.id, expectedVersion: item.version, ...fields }).then((done) => done && onClose())
        }
      >
        <Form.Item name="on" label={t('catalog.cancelOn')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="documentNo" label={t('catalog.document')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <Refusals errors={cancel.refused.errors} fault={cancel.refused.fault} />
    </Modal>
  )
}
