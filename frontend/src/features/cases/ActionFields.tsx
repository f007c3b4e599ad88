import { Alert, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DeskFilesDocument, type CaseHeadFragment, type SuspensionReason } from '@/gql/staff/graphql'
import { nextDay } from '@/lib/time'
import type { CaseActionName } from './case-actions'

/** A supplement is told, it stops no clock of a decision. */
const REASONS = ['HEARING', 'PUBLICITY', 'EXAMINATION', 'VERIFICATION', 'HOLD'] as const satisfies readonly SuspensionReason[]

function useRequired() {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('refusals.required') }]
}

function LongText({ name, label, required }: { name: string; label: string; required?: boolean }) {
  const rules = useRequired()
  return (
    <Form.Item name={name} label={label} rules={required ? rules : undefined}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
    </Form.Item>
  )
}

function DecideFields() {
  const { t } = useTranslation()
  const refused = Form.useWatch('outcome') === 'REFUSED'
  return (
    <>
      <Form.Item name="outcome" label={t('cases.outcome')} rules={[{ required: true, message: t('cases.chooseOutcome') }]}>
        <Radio.Group
          options={(['PASSED', 'PASSED_WITH_TOLERANCE', 'REFUSED'] as const).map((value) => ({ value, label: t(`cases.outcomes.${value}`) }))}
        />
      </Form.Item>
      <LongText name="reason" label={refused ? t('cases.refusalReason') : t('cases.opinion')} required={refused} />
      <Form.Item name="resultNo" label={t('cases.resultNo')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

/** As a rule that asks for a value, for boxes to tick: no reader knows aria-required on them. */
const mustHold = (holds: (value: unknown) => boolean, words: string) => [
  { validator: (_: unknown, value: unknown) => (holds(value) ? Promise.resolve() : Promise.reject(new Error(words))) },
]

/** What a desk has uploaded to the case and may be served: the sealed result is among it. */
function ElectronicFields({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching }] = useQuery({ query: DeskFilesDocument, variables: { id }, requestPolicy: 'network-only' })
  const files = (data?.case?.attachments ?? []).filter(({ source, state }) => source === 'DESK' && state === 'CLEAN')
  if (!fetching && files.length === 0) return <Alert type="warning" showIcon title={t('cases.noDeskFiles')} />
  return (
    <>
      <Form.Item name="files" label={t('cases.servedFiles')} extra={t('cases.servedWhy')} rules={mustHold((chosen) => Array.isArray(chosen) && chosen.length > 0, t('refusals.required'))}>
        <Checkbox.Group className="stacked" options={files.map((file) => ({ value: file.id, label: file.name }))} />
      </Form.Item>
      <Form.Item name="agreed" valuePropName="checked" rules={mustHold(Boolean, t('cases.mustAgree'))}>
        <Checkbox>{t('cases.agreed')}</Checkbox>
      </Form.Item>
    </>
  )
}

function DeliverFields({ id }: { id: string }) {
  const { t } = useTranslation()
  const required = useRequired()
  const way: unknown = Form.useWatch('way')
  return (
    <>
      <Form.Item name="way" label={t('cases.deliveryWay')} initialValue="WINDOW">
        <Radio.Group options={(['WINDOW', 'POST', 'ELECTRONIC'] as const).map((value) => ({ value, label: t(`cases.ways.${value}`) }))} />
      </Form.Item>
      {way === 'ELECTRONIC' && <ElectronicFields id={id} />}
      {way === 'POST' && (
        <>
          <Form.Item name="carrier" label={t('cases.carrier')} rules={required}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="postNo" label={t('cases.postNo')} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
        </>
      )}
      <LongText name="note" label={t('cases.note')} />
    </>
  )
}

function SuspendFields({ today }: { today: string }) {
  const { t } = useTranslation()
  const required = useRequired()
  return (
    <>
      <Form.Item name="reason" label={t('cases.suspendReason')} rules={required}>
        <Select options={REASONS.map((value) => ({ value, label: t(`cases.suspensionReasons.${value}`) }))} />
      </Form.Item>
      <LongText name="basis" label={t('cases.basis')} required />
      <Form.Item name="expectedUntil" label={t('cases.expectedUntil')} extra={t('cases.expectedUntilWhy')} rules={required}>
        <Input type="date" min={nextDay(today)} />
      </Form.Item>
      <Form.Item name="told" valuePropName="checked" extra={t('cases.toldWhy')}>
        <Checkbox>{t('cases.told')}</Checkbox>
      </Form.Item>
    </>
  )
}

function ExtendFields({ most }: { most: number }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="by" label={t('cases.extendBy')} rules={[{ required: true, message: t('refusals.required') }]}>
        <InputNumber min={1} max={most} precision={0} />
      </Form.Item>
      <LongText name="reason" label={t('cases.reason')} required />
    </>
  )
}

/** The fields each action asks for; signing and resuming ask for none. */
export function ActionFields({ action, one, today }: { action: CaseActionName; one: CaseHeadFragment; today: string }) {
  const { t } = useTranslation()
  switch (action) {
    case 'deliver':
      return <DeliverFields id={one.id} />
    case 'handUp':
      return <LongText name="note" label={t('cases.note')} />
    case 'return':
      return <LongText name="reason" label={t('cases.reason')} required />
    case 'decide':
      return <DecideFields />
    case 'suspend':
      return <SuspendFields today={today} />
    case 'extend':
      return <ExtendFields most={one.viewerMayExtendBy} />
    default:
      return null
  }
}
