import { Button, Checkbox, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Day } from '@/components/Day'
import { DayField } from '@/components/DayField'
import { Refusals } from '@/components/Refusals'
import { Failed } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ClockRulesDocument, ClockRulesSetDocument, type ClockRulesFactsFragment } from '@/gql/staff/graphql'
import { addDays, todayHere } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

/** The district's own rules of the clock; its administrator may set them. */
export function ClockRules({ onMoved }: { onMoved: () => void }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: ClockRulesDocument })
  // kept here: the form below is another one for each version
  const [moved, setMoved] = useState<number | null>(null)
  const rules = data?.clockRules
  if (!rules) return error && !fetching ? <Failed error={error} retry={() => ask({ requestPolicy: 'network-only' })} /> : null
  return (
    <section>
      <h2>{t('clock.rules')}</h2>
      <p>
        {t('clock.yellowAt', { percent: rules.yellowPerMille / 10 })} {t(rules.moveOffDays ? 'clock.movesOff' : 'clock.staysOff')}
      </p>
      {rules.shares.length > 0 && (
        <ul className="bullets">
          {rules.shares.map((share) => (
            <li key={`${share.effectiveFrom} ${share.perMille}`}>
              <Day day={share.effectiveFrom} /> {t('clock.from')} {share.perMille / 10}%
            </li>
          ))}
        </ul>
      )}
      {rules.viewerCanEdit && (
        <RulesForm
          key={rules.version}
          rules={rules}
          onSaved={(count) => {
            setMoved(count)
            ask({ requestPolicy: 'network-only' })
            onMoved()
          }}
        />
      )}
      <p role="status">{moved !== null && t('clock.saved', { count: moved })}</p>
    </section>
  )
}

interface Fields {
  percent: number
  moveOffDays: boolean
}

function RulesForm({ rules, onSaved }: { rules: ClockRulesFactsFragment; onSaved: (movedDuties: number) => void }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const tomorrow = addDays(district?.today ?? todayHere(), 1)
  const [from, setFrom] = useState(tomorrow)
  const [form] = Form.useForm<Fields>()
  const set = useFormAction(ClockRulesSetDocument, form, useRefusalWords())

  const save = async ({ percent, moveOffDays }: Fields) => {
    const share = Math.round(percent * 10)
    const other = share !== rules.yellowPerMille
    const result = await set.submit({
      expectedVersion: rules.version,
      moveOffDays,
      yellowPerMille: other ? share : null,
      effectiveFrom: other ? from : null,
    })
    if (!result) return
    onSaved(result.movedDuties ?? 0)
  }

  return (
    <Form
      className="no-print narrow stack"
      form={form}
      layout="vertical"
      initialValues={{ percent: rules.yellowPerMille / 10, moveOffDays: rules.moveOffDays }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="percent" label={t('clock.yellowPercent')} rules={[{ required: true, message: t('refusals.required') }]}>
        <InputNumber min={0.1} max={99.9} step={5} />
      </Form.Item>
      <DayField label={t('clock.shareFrom')} value={from} onChange={(day) => day && setFrom(day)} />
      <Form.Item name="moveOffDays" valuePropName="checked">
        <Checkbox>{t('clock.moveOffDays')}</Checkbox>
      </Form.Item>
      <Button htmlType="submit" loading={set.running}>
        {t('clock.saveRules')}
      </Button>
      <Refusals errors={set.refused.errors} fault={set.refused.fault} />
    </Form>
  )
}
