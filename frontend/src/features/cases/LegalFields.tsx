import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CaseChecklistDocument, UnitsDocument } from '@/gql/staff/graphql'
import type { LegalActionName } from './case-actions'

function useRequired() {
  const { t } = useTranslation()
  return [{ required: true, message: t('refusals.required') }]
}

function Text({ name, label, required, extra }: { name: string; label: string; required?: boolean; extra?: string }) {
  const rules = useRequired()
  return (
    <Form.Item name={name} label={label} extra={extra} rules={required ? rules : undefined}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
  )
}

function YesNo({ name, label, yes, no }: { name: string; label: string; yes: string; no: string }) {
  const rules = useRequired()
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Radio.Group
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    </Form.Item>
  )
}

/** The checklist of a case as it is now; only the owed ones when they have come. */
function Checklist({ id, owedOnly }: { id: string; owedOnly: boolean }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: CaseChecklistDocument, variables: { id }, requestPolicy: 'network-only' })
  const form = Form.useFormInstance()
  const found = data?.case
  const now = new Map(found?.materials.map((one) => [one.seq, one.state]))
  const listed = found ? found.item.materials.filter((one) => !owedOnly || now.get(one.seq) === 'OWED') : []
  const states = owedOnly
    ? (['ORIGINAL_SEEN', 'COPY'] as const)
    : (['ORIGINAL_SEEN', 'COPY', 'EXEMPT', 'OWED', 'PROMISED', 'MISSING'] as const)
  if (found && listed.length === 0) return <p>{owedOnly ? t('legal.noOwed') : t('cases.noMaterials')}</p>
  return (
    <ol className="checklist">
      {listed.map((one) => (
        <li key={one.id}>
          <Form.Item
            name={['materials', String(one.seq)]}
            label={one.name}
            initialValue={owedOnly ? undefined : now.get(one.seq)}
            rules={[{ required: one.required && !owedOnly, message: t('cases.chooseState') }]}
          >
            <Radio.Group
              aria-label={one.name}
              optionType="button"
              buttonStyle="solid"
              onChange={() => form.setFields([{ name: 'materials', errors: [] }])}
              options={states.map((state) => ({ value: state, label: t(`cases.materialStates.${state}`) }))}
            />
          </Form.Item>
        </li>
      ))}
    </ol>
  )
}

/** Units of the district's level, or those of its sub-districts. */
function UnitOf({ below, label }: { below: boolean; label: string }) {
  const [{ data }] = useQuery({ query: UnitsDocument })
  return (
    <Form.Item name="unitId" label={label} rules={useRequired()}>
      <Select
        showSearch
        optionFilterProp="label"
        options={(data?.units ?? []).filter((unit) => !!unit.subDistrict === below).map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </Form.Item>
  )
}

/** What the acts around receipt, endings, owed materials and promises ask for. */
export function LegalFields({ action, id, today }: { action: LegalActionName; id: string; today: string }) {
  const { t } = useTranslation()
  const required = useRequired()
  switch (action) {
    case 'accept':
      return (
        <>
          <Checklist id={id} owedOnly={false} />
          <Text name="note" label={t('legal.note')} />
        </>
      )
    case 'owedIn':
      return <Checklist id={id} owedOnly />
    case 'supplement':
      return (
        <>
          <Text name="missing" label={t('legal.missing')} required />
          <Form.Item name="until" label={t('legal.until')} rules={required}>
            <Input type="date" min={today} />
          </Form.Item>
          <Text name="anomaly" label={t('legal.anomaly')} extra={t('legal.anomalyWhy')} />
        </>
      )
    case 'supplementIn':
      return <Text name="note" label={t('legal.note')} />
    case 'end':
      return (
        <>
          <Form.Item name="ending" label={t('legal.ending')} rules={required}>
            <Radio.Group
              options={(['WITHDRAWN', 'VOIDED', 'TRANSFERRED'] as const).map((value) => ({ value, label: t(`legal.endings.${value}`) }))}
            />
          </Form.Item>
          <Text name="reason" label={t('legal.endReason')} required />
        </>
      )
    case 'check':
      return (
        <>
          <YesNo name="kept" label={t('legal.kept')} yes={t('legal.keptYes')} no={t('legal.keptNo')} />
          <Text name="findings" label={t('legal.findings')} required />
        </>
      )
    case 'greenAnswer':
      return (
        <>
          <YesNo name="granted" label={t('legal.granted')} yes={t('legal.grantedYes')} no={t('legal.grantedNo')} />
          <Text name="note" label={t('legal.note')} />
        </>
      )
    case 'rule':
      return (
        <>
          <Form.Item name="ruling" label={t('legal.ruling')} rules={required}>
            <Radio.Group
              options={(['DEPARTMENT_HANDLES', 'ACCEPTING_UNIT_MENDS'] as const).map((value) => ({ value, label: t(`legal.rulings.${value}`) }))}
            />
          </Form.Item>
          <Text name="reason" label={t('legal.reason')} required />
        </>
      )
    case 'handDown':
      return (
        <>
          <UnitOf below label={t('legal.office')} />
          <Text name="reason" label={t('legal.task')} required />
        </>
      )
    case 'passOn':
      return (
        <>
          <UnitOf below={false} label={t('legal.toUnit')} />
          <Text name="reason" label={t('legal.reason')} required />
        </>
      )
    case 'notAccept':
    case 'greenAsk':
      return <Text name="reason" label={t('legal.reason')} required />
  }
}
