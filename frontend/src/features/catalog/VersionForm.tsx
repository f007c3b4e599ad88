import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ItemDraftSaveDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { MaterialRows } from './MaterialRows'
import { contentOf, fieldsOf, type VersionFields } from './version-form'
import type { FullVersion } from './VersionScreen'

/** The whole content of a draft. */
export function VersionForm({ version, onSaved }: { version: FullVersion; onSaved: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<VersionFields>()
  const save = useFormAction(ItemDraftSaveDocument, form, useRefusalWords())
  const [saved, setSaved] = useState(false)
  const required = [{ required: true, message: t('refusals.required') }]
  const choices = (words: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${words}.${value}`) }))

  const submit = async (fields: VersionFields) => {
    setSaved(false)
    const result = await save.submit({ id: version.id, expectedVersion: version.version, content: contentOf(fields) })
    if (!result) return
    setSaved(true)
    onSaved()
  }

  return (
    <Form form={form} layout="vertical" className="draft-form" initialValues={fieldsOf(version)} onFinish={(fields) => void submit(fields)}>
      <Form.Item name={['content', 'name']} label={t('catalog.name')} rules={required}>
        <Input maxLength={600} />
      </Form.Item>
      <Form.Item name={['content', 'mainItem']} label={t('catalog.mainItem')}>
        <Input maxLength={600} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name={['content', 'approvalType']} label={t('catalog.approvalType')}>
          <Select options={choices('catalog.approvalTypes', ['INSTANT', 'PROMISED', 'JOINT', 'HANDED_UP'])} />
        </Form.Item>
        <Form.Item name={['content', 'statutoryLimit']} label={t('catalog.statutory')}>
          <InputNumber min={0} max={3660} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'promisedLimit']} label={t('catalog.promised')}>
          <InputNumber min={0} max={3660} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'limitUnit']} label={t('catalog.limitUnit')}>
          <Select options={choices('budgetUnits', ['WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS'])} />
        </Form.Item>
        <Form.Item name={['content', 'visits']} label={t('catalog.visits')}>
          <InputNumber min={0} max={99} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'onlineDepth']} label={t('catalog.onlineDepth')}>
          <Select options={choices('catalog.onlineDepths', ['NONE', 'INFORMED', 'PRE_CHECKED', 'SUBMITTED', 'FULL'])} />
        </Form.Item>
      </div>
      <Form.Item name={['content', 'legalBasis']} label={t('catalog.legalBasis')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name={['content', 'conditions']} label={t('catalog.conditions')} extra={t('catalog.onePerLine')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={['content', 'steps']} label={t('catalog.steps')} extra={t('catalog.onePerLine')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={['content', 'fee']} label={t('catalog.fee')} extra={t('catalog.feeWhy')}>
        <Input maxLength={4000} />
      </Form.Item>
      <Form.Item name={['content', 'contact']} label={t('catalog.contact')}>
        <Input maxLength={500} />
      </Form.Item>
      <h2>{t('catalog.materials')}</h2>
      <MaterialRows />
      <Refusals errors={save.refused.errors} fault={save.refused.fault} onReload={onSaved} />
      <p className="actions-line">
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('actions.save')}
        </Button>{' '}
        <span role="status">{saved && t('catalog.saved')}</span>
      </p>
    </Form>
  )
}
