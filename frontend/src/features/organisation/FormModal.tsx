import { Form, Modal, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import type { ServerFault } from '@/lib/graphql-error'
import type { UserError } from '@/lib/use-action'

interface FormModalProps<Fields extends object> {
  title: string
  form: FormInstance<Fields>
  initial: Partial<Fields>
  running: boolean
  refused: { errors: UserError[]; fault?: ServerFault }
  onSubmit: (fields: Fields) => void
  onReload?: () => void
  onClose: () => void
  children: ReactNode
}

/** A form in a window: refusals at their fields, the rest below. */
export function FormModal<Fields extends object>({ title, form, initial, running, refused, onSubmit, onReload, onClose, children }: FormModalProps<Fields>) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={t('actions.save')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields> form={form} layout="vertical" initialValues={initial} onFinish={onSubmit}>
        {children}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </Modal>
  )
}
