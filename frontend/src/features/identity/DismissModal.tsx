import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AccountDismissDocument, type AccountRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { PersonSelect } from './PersonSelect'

interface DismissModalProps {
  person: AccountRowFragment
  held: number
  onReload: () => void
  onDone: () => void
  onClose: () => void
}

/** Somebody leaves for good; what he has in hand goes to a colleague in the same step. */
export function DismissModal({ person, held, onReload, onDone, onClose }: DismissModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ handOverToId?: string }>()
  const { submit, running, refused } = useFormAction(AccountDismissDocument, form, useRefusalWords())
  const unit = person.posts.find((post) => post.unit)?.unit?.id
  const finish = async ({ handOverToId }: { handOverToId?: string }) => {
    if (await submit({ id: person.id, expectedVersion: person.version, handOverToId: handOverToId ?? null })) onDone()
  }
  return (
    <Modal
      open
      title={t('identity.dismissTitle', { name: person.name })}
      okText={t('identity.dismiss')}
      okButtonProps={{ danger: true }}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('identity.dismissWhy')}</p>
      <p className="big">{t('identity.held', { count: held })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        {held > 0 && <PersonSelect name="handOverToId" label={t('identity.toPerson')} unitId={unit} except={person.id} required />}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </Modal>
  )
}
