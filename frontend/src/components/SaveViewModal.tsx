import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SavedViewSaveDocument, type Role, type SavedViewAudience, type SavedViewFactsFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { Refusals } from './Refusals'
import { useRefusalWords } from './use-refusal-words'

interface Fields {
  name: string
  audience: SavedViewAudience
  role?: Role
  isDefault: boolean
}

interface SaveViewModalProps {
  list: string
  /** the address to keep */
  query: string
  /** null: a new view */
  view: SavedViewFactsFragment | null
  onSaved: () => void
  onClose: () => void
}

const ROLES: Role[] = ['WINDOW_CLERK', 'DEPARTMENT_OFFICER', 'DEPARTMENT_HEAD', 'SUB_DISTRICT_ADMIN', 'DISTRICT_ADMIN', 'SUPERVISOR', 'LEADER', 'AUDITOR']

export function SaveViewModal({ list, query, view, onSaved, onClose }: SaveViewModalProps) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(SavedViewSaveDocument, form, useRefusalWords())
  const audience = Form.useWatch('audience', form) ?? view?.audience
  const shares = viewer.posts.some((post) => post.role === 'DISTRICT_ADMIN')
  const audiences: SavedViewAudience[] = shares ? ['PERSON', 'ROLE', 'DISTRICT'] : ['PERSON']

  const save = async ({ name, audience, role, isDefault }: Fields) => {
    const result = await submit({
      id: view?.id ?? null,
      expectedVersion: view?.version ?? null,
      list,
      name,
      audience,
      role: audience === 'ROLE' ? (role ?? null) : null,
      query,
      isDefault,
    })
    if (result) onSaved()
  }

  return (
    <Modal
      open
      title={t('views.save')}
      okText={t('actions.save')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="note">{t('views.saveWhy')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ name: view?.name, audience: view?.audience ?? 'PERSON', role: view?.role ?? undefined, isDefault: view?.isDefault ?? false }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="name" label={t('views.name')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="audience" label={t('views.audience')} hidden={!shares}>
          <Select options={audiences.map((value) => ({ value, label: t(`views.audiences.${value}`) }))} />
        </Form.Item>
        {audience === 'ROLE' && (
          <Form.Item name="role" label={t('views.role')} rules={[{ required: true, message: t('refusals.required') }]}>
            <Select options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item name="isDefault" valuePropName="checked">
          <Checkbox>{t('views.default')}</Checkbox>
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
