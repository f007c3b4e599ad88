import { Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { ToldWhenSaved } from '@/components/ToldWhenSaved'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PeopleRulesDocument, PeopleRulesSetDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

/** After how many idle days an account is disabled; empty: never. */
export function IdleRule() {
  const [{ data }, ask] = useQuery({ query: PeopleRulesDocument })
  const rules = data?.peopleRules
  const reload = () => ask({ requestPolicy: 'network-only' })
  if (!rules) return null
  return (
    <section className="card">
      <ToldWhenSaved onSaved={reload}>
        {(onSaved) => (
          <RuleForm
            key={rules.version}
            idleDays={rules.idleDays ?? null}
            version={rules.version}
            onReload={reload}
            onSaved={onSaved}
          />
        )}
      </ToldWhenSaved>
    </section>
  )
}

interface RuleFormProps {
  idleDays: number | null
  version: number
  onReload: () => void
  onSaved: () => void
}

function RuleForm({ idleDays, version, onReload, onSaved }: RuleFormProps) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [form] = Form.useForm<{ idleDays: number | null }>()
  const { submit, running, refused } = useFormAction(PeopleRulesSetDocument, form, useRefusalWords())
  const save = async (fields: { idleDays: number | null }) => {
    if (await submit({ idleDays: fields.idleDays ?? null, expectedVersion: version })) onSaved()
  }
  const mayChange = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  return (
    <Form form={form} layout="vertical" className="narrow" disabled={!mayChange} initialValues={{ idleDays }} onFinish={(fields) => void save(fields)}>
      <Form.Item name="idleDays" label={t('identity.idleDays')} extra={t('identity.idleDaysWhy')}>
        <InputNumber min={30} max={730} />
      </Form.Item>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
      {mayChange && (
        <Button htmlType="submit" loading={running}>
          {t('actions.save')}
        </Button>
      )}
    </Form>
  )
}
