import { Alert, Button, Form, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { NoticeSettingSetDocument, type NoticeSettingsQuery } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { TimeField } from './TimeField'
import { useKindWords } from './use-kind-words'

type Setting = NoticeSettingsQuery['noticeSetting']
type Fields = Pick<Setting, 'smsOn' | 'quietFrom' | 'quietTo' | 'digestAt' | 'smsOff'>

interface DistrictFormProps {
  kinds: NoticeSettingsQuery['noticeKinds']
  setting: Setting
  onReload: () => void
  onSaved: () => void
}

export function DistrictForm({ kinds, setting, onReload, onSaved }: DistrictFormProps) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(NoticeSettingSetDocument, form, useRefusalWords())
  const save = async ({ smsOn, quietFrom, quietTo, digestAt, smsOff }: Fields) => {
    const result = await submit({ expectedVersion: setting.version, smsOn, quietFrom, quietTo, digestAt, smsOff })
    if (result) onSaved()
  }
  return (
    <section className="card" aria-label={t('outbox.district')}>
      <h2>{t('outbox.district')}</h2>
      {!setting.smsGateway && <Alert type="warning" showIcon title={t('outbox.noGateway')} />}
      <Form<Fields> name="district" form={form} layout="vertical" initialValues={setting} onFinish={(fields) => void save(fields)}>
        <div className="field-grid">
          <Form.Item name="smsOn" label={t('outbox.smsOn')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="smsOff" label={t('outbox.muted')}>
            <Select mode="multiple" options={kinds.map((kind) => ({ value: kind.code, label: kindWords(kind) }))} />
          </Form.Item>
          <TimeField name="quietFrom" label={t('outbox.quietFrom')} required />
          <TimeField name="quietTo" label={t('outbox.quietTo')} required />
          <TimeField name="digestAt" label={t('outbox.digestAt')} required />
        </div>
        <Button type="primary" htmlType="submit" loading={running}>
          {t('actions.save')}
        </Button>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </section>
  )
}
