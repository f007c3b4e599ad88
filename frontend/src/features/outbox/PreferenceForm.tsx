import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { NoticePreferenceSetDocument, type NoticePreferenceQuery, type SmsWish } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { TimeField } from './TimeField'
import { useKindWords } from './use-kind-words'

type Preference = NoticePreferenceQuery['noticePreference']

interface Fields {
  sms: SmsWish
  muted: string[]
  quietFrom?: string | null
  quietTo?: string | null
  digestAt?: string | null
}

interface PreferenceFormProps {
  kinds: NoticePreferenceQuery['noticeKinds']
  preference: Preference
  onReload: () => void
  onSaved: () => void
}

export function PreferenceForm({ kinds, preference, onReload, onSaved }: PreferenceFormProps) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(NoticePreferenceSetDocument, form, useRefusalWords())
  const save = async (fields: Fields) => {
    const result = await submit({
      expectedVersion: preference.version,
      sms: fields.sms,
      muted: fields.muted,
      quietFrom: fields.quietFrom || null,
      quietTo: fields.quietTo || null,
      digestAt: fields.digestAt || null,
    })
    if (result) onSaved()
  }
  return (
    <section className="card" aria-label={t('outbox.mine')}>
      <h2>{t('outbox.mine')}</h2>
      <p>
        {preference.mobile ? `${t('outbox.myMobile')} ${preference.mobile}` : t('outbox.noMobile')}
      </p>
      <Form<Fields> name="own" form={form} layout="vertical" initialValues={preference} onFinish={(fields) => void save(fields)}>
        <div className="field-grid">
          <Form.Item name="sms" label={t('outbox.sms')}>
            <Select options={(['NONE', 'URGENT', 'DIGEST', 'ALL'] as const).map((value) => ({ value, label: t(`outbox.wishes.${value}`) }))} />
          </Form.Item>
          <Form.Item name="muted" label={t('outbox.muted')}>
            <Select mode="multiple" options={kinds.map((kind) => ({ value: kind.code, label: kindWords(kind) }))} />
          </Form.Item>
          <TimeField name="quietFrom" label={t('outbox.quietFrom')} />
          <TimeField name="quietTo" label={t('outbox.quietTo')} />
          <TimeField name="digestAt" label={t('outbox.digestAt')} />
        </div>
        <p className="note">{t('outbox.asDistrict')}</p>
        <Button type="primary" htmlType="submit" loading={running}>
          {t('actions.save')}
        </Button>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </section>
  )
}
