import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ItemDraftCreateDocument, ItemsUnpublishedDocument, UnitsDocument, type TaskType } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

const TYPES = ['LICENCE', 'PAYMENT', 'CONFIRMATION', 'REWARD', 'ADJUDICATION', 'OTHER_POWER', 'PUBLIC_SERVICE', 'OTHER'] as const satisfies readonly TaskType[]

/** Begins an item that no file brought: it goes the way of every version and is public after that. */
export function NewItem() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setAsked(true)}>
        {t('catalog.newItem')}
      </Button>
      {asked && <NewItemModal onClose={() => setAsked(false)} />}
    </>
  )
}

interface Fields {
  code: string
  name: string
  departmentId: string
  taskType: TaskType
}

function NewItemModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { viewer } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(ItemDraftCreateDocument, form, useRefusalWords())
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const anywhere = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  const own = new Set(viewer.units.map(({ id }) => id))
  const departments = (data?.units ?? []).filter((unit) => unit.kind === 'DEPARTMENT' && (anywhere || own.has(unit.id)))
  const required = [{ required: true, whitespace: true, message: t('refusals.required') }]
  const finish = async (fields: Fields) => {
    const result = await submit(fields)
    if (result?.version) await go(`/item-versions/${result.version.id}`)
  }
  if (!data) return null // one department is chosen already when the form opens
  return (
    <Modal
      open
      title={t('catalog.newItem')}
      okText={t('catalog.beginDraft')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="note">{t('catalog.newItemWhy')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ taskType: 'OTHER_POWER', departmentId: departments.length === 1 ? departments[0]?.id : undefined }}
        onFinish={(fields) => void finish(fields)}
      >
        <Form.Item name="code" label={t('catalog.code')} extra={t('catalog.newItemCode')} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('catalog.name')} rules={required}>
          <Input maxLength={600} autoComplete="off" />
        </Form.Item>
        <Form.Item name="departmentId" label={t('catalog.department')} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="taskType" label={t('catalog.taskType')}>
          <Select options={TYPES.map((value) => ({ value, label: t(`catalog.taskTypes.${value}`) }))} />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}

/** Items that nobody but staff knows of yet. */
export function Unpublished() {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: ItemsUnpublishedDocument, requestPolicy: 'cache-and-network' })
  const rows = data?.itemsUnpublished.nodes ?? []
  if (rows.length === 0) return null
  return (
    <details className="card">
      <summary>{t('catalog.unpublished', { count: rows.length })}</summary>
      <RecordTable
        caption={t('catalog.unpublishedItems')}
        rows={rows}
        rowKey={(item) => item.id}
        columns={[
          { key: 'name', title: t('catalog.name'), text: (item) => item.name, render: (item) => <Link to={`/items/${item.id}`}>{item.name}</Link> },
          { key: 'code', title: t('catalog.code'), text: (item) => item.code },
          { key: 'department', title: t('catalog.department'), text: (item) => item.department.name },
        ]}
      />
    </details>
  )
}
