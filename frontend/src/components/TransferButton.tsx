import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DutyTransferDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { PersonSelect } from './PersonSelect'
import { Refusals } from './Refusals'
import { useRefusalWords } from './use-refusal-words'

/** What is known of a duty wherever it can be given away. */
export interface Given {
  id: string
  label: string
  version: number
  ownerUnit: { id: string; name: string }
  assignee?: { id: string; name: string } | null
}

interface TransferProps {
  duty: Given
  /** it is in other hands, or was changed meanwhile */
  onDone: () => void
}

/** One duty into a colleague's hands. */
export function TransferButton({ duty, onDone }: TransferProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" aria-label={`${t('clock.transfer')} ${duty.label}`} onClick={() => setOpen(true)}>
        {t('clock.transfer')}
      </Button>
      {open && (
        <TransferModal
          duty={duty}
          onClose={close}
          onDone={() => {
            close()
            onDone()
          }}
        />
      )}
    </>
  )
}

function TransferModal({ duty, onDone, onClose }: TransferProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm()
  const { submit, running, refused } = useFormAction(DutyTransferDocument, form, useRefusalWords())
  const finish = async (fields: { toAccountId: string; note?: string }) => {
    if (await submit({ ...fields, id: duty.id, expectedVersion: duty.version })) onDone()
  }
  return (
    <Modal
      open
      title={`${t('clock.transfer')} · ${duty.label}`}
      okText={t('clock.transfer')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('clock.transferWhy', { unit: duty.ownerUnit.name, now: duty.assignee?.name ?? t('clock.nobodyYet') })}</p>
      <Form form={form} layout="vertical" onFinish={(fields: { toAccountId: string; note?: string }) => void finish(fields)}>
        <PersonSelect name="toAccountId" label={t('clock.transferTo')} unitId={duty.ownerUnit.id} except={duty.assignee?.id} required />
        <Form.Item name="note" label={t('clock.transferNote')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </Modal>
  )
}
