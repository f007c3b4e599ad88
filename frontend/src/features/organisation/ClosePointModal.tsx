import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ServicePointCloseDocument, type ServicePointRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { FormModal } from './FormModal'

interface ClosePointModalProps {
  point: ServicePointRowFragment
  onReload: () => void
  onSaved: () => void
  onClose: () => void
}

export function ClosePointModal({ point, onReload, onSaved, onClose }: ClosePointModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm<{ closedOn: string }>()
  const { submit, running, refused } = useFormAction(ServicePointCloseDocument, form, useRefusalWords())

  const save = async ({ closedOn }: { closedOn: string }) => {
    if (await submit({ id: point.id, expectedVersion: point.version, closedOn })) onSaved()
  }

  return (
    <FormModal
      title={t('pairs.named', { name: t('organisation.closePoint'), value: point.name })}
      form={form}
      initial={{ closedOn: district?.today }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      <p>{t('organisation.closePointWhy')}</p>
      <Form.Item name="closedOn" label={t('organisation.closeFrom')}>
        <Input type="date" max={district?.today} />
      </Form.Item>
    </FormModal>
  )
}
