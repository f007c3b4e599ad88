import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { UnitChoice } from '@/components/UnitChoice'
import { useRefusalWords } from '@/components/use-refusal-words'
import { ConsentRuleSaveDocument, ItemHandlingSaveDocument, type ProceduresQuery } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

type Handling = NonNullable<ProceduresQuery['itemHandling']>

/** What was saved is told by the screen: a new version has a form of its own. */
interface Done {
  onReload: () => void
  onSaved: () => void
}

/** What the district allows for an item: owed materials, written promises, the green channel. */
export function HandlingForm({ itemId, now, onReload, onSaved }: { itemId: string; now: Handling } & Done) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ owableDays?: number | null; checkDays?: number | null; greenPercent?: number | null }>()
  const { submit, running, refused } = useFormAction(ItemHandlingSaveDocument, form, useRefusalWords())
  const [overseer, setOverseer] = useState(now.overseerUnit?.id ?? '')
  return (
    <section>
      <h2>{t('steps.handling')}</h2>
      <Form
        form={form}
        layout="vertical"
        initialValues={now}
        onFinish={(fields) => void submit({ ...fields, overseerUnitId: overseer || null, itemId, expectedVersion: now.version }).then((done) => done && onSaved())}
      >
        <Form.Item name="owableDays" label={t('steps.owableDays')}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
        <Form.Item name="checkDays" label={t('steps.checkDays')}>
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
        <Form.Item name="greenPercent" label={t('steps.greenPercent')}>
          <InputNumber min={10} max={90} precision={0} />
        </Form.Item>
        <UnitChoice label={t('steps.overseer')} value={overseer} onChange={setOverseer} special={[['', t('steps.overseerSame')]]} />
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
        <Button htmlType="submit" loading={running} aria-label={`${t('steps.save')} ${t('steps.handling')}`}>
          {t('steps.save')}
        </Button>
      </Form>
    </section>
  )
}

/** Silence of a co-unit counts as consent only with the number of the document that says so. */
export function ConsentForm({ now, onReload, onSaved }: { now: ProceduresQuery['consentRule'] } & Done) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ document?: string }>()
  const { submit, running, refused } = useFormAction(ConsentRuleSaveDocument, form, useRefusalWords())
  return (
    <section>
      <h2>{t('steps.consent')}</h2>
      <p className="note">{t('steps.consentWhy')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ document: now.document ?? '' }}
        onFinish={({ document }) => void submit({ document, expectedVersion: now.version }).then((done) => done && onSaved())}
      >
        <Form.Item name="document" label={t('steps.document')}>
          <Input maxLength={200} />
        </Form.Item>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
        <Button htmlType="submit" loading={running} aria-label={`${t('steps.save')} ${t('steps.consent')}`}>
          {t('steps.save')}
        </Button>
      </Form>
    </section>
  )
}
