import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { UnitsDocument } from '@/gql/staff/graphql'
import { AcceptanceChecklist, OwedChecklist } from './CaseChecklist'
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
          <AcceptanceChecklist id={id} />
          <Text name="note" label={t('legal.note')} />
        </>
      )
    case 'owedIn':
      return <OwedChecklist id={id} />
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
