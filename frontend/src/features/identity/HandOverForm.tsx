import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { HeldWorkDocument, UnitsDocument, WorkHandOverDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { PersonSelect } from '@/components/PersonSelect'

interface Fields {
  fromUnitId?: string
  fromAccountId?: string
  toUnitId?: string
  toAccountId?: string
  reason: string
}

/** From a unit, or a person in it, to another person, back to the unit's pool, or to another unit. */
export function HandOverForm({ firstUnit }: { firstUnit: string | null }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [done, setDone] = useState<number | null>(null)
  const fromUnit = Form.useWatch('fromUnitId', form)
  const fromPerson = Form.useWatch('fromAccountId', form)
  const toUnit = Form.useWatch('toUnitId', form)
  const { submit, running, refused, forgive } = useFormAction(WorkHandOverDocument, form, useRefusalWords())
  const [{ data }, count] = useQuery({
    query: HeldWorkDocument,
    variables: { unitId: fromUnit ?? null, accountId: fromPerson ?? null },
    pause: !fromUnit,
    requestPolicy: 'cache-and-network',
  })
  const held = fromUnit ? data?.heldWork : undefined
  const recount = () => {
    forgive()
    count({ requestPolicy: 'network-only' })
  }
  const finish = async ({ reason, ...hands }: Fields) => {
    setDone(null)
    const toUnitId = hands.toAccountId && !hands.toUnitId ? null : (hands.toUnitId ?? hands.fromUnitId)
    const result = await submit({ ...hands, toUnitId, reason: reason.trim(), expectedCount: held ?? 0 })
    if (!result) return
    setDone(result.moved ?? 0)
    recount()
  }
  const changed = () => {
    setDone(null)
    form.setFieldsValue({ fromAccountId: undefined, toAccountId: undefined })
  }
  return (
    <Form form={form} layout="vertical" className="narrow" initialValues={{ fromUnitId: firstUnit ?? undefined }} onFinish={(fields) => void finish(fields)}>
      <UnitSelect name="fromUnitId" label={t('identity.fromUnit')} required onChange={changed} />
      {fromUnit && <PersonSelect name="fromAccountId" label={t('identity.fromPerson')} unitId={fromUnit} extra={t('identity.fromPersonWhy')} />}
      {held !== undefined && (
        <p className="big" aria-live="polite">
          {t('identity.held', { count: held })}
        </p>
      )}
      <UnitSelect name="toUnitId" label={t('identity.toUnit')} extra={t('identity.toUnitWhy')} />
      {fromUnit && <PersonSelect name="toAccountId" label={t('identity.toPerson')} unitId={toUnit ?? fromUnit} extra={t('identity.toPersonWhy')} />}
      <Form.Item name="reason" label={t('identity.handOverReason')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
        <Input maxLength={500} />
      </Form.Item>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={recount} />
      {done !== null && <Alert type="success" showIcon role="status" title={t('identity.handedOver', { count: done })} />}
      <Button type="primary" htmlType="submit" loading={running} disabled={!held}>
        {held ? t('identity.handOverNow', { count: held }) : t('identity.handOverShort')}
      </Button>
    </Form>
  )
}

interface UnitSelectProps {
  name: string
  label: string
  required?: boolean
  extra?: string
  onChange?: () => void
}

function UnitSelect({ name, label, required, extra, onChange }: UnitSelectProps) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !!required, message: t('refusals.required') }]}>
      <Select
        allowClear={!required}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
        options={(data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </Form.Item>
  )
}
