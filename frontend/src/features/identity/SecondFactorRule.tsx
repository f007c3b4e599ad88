import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { ToldWhenSaved } from '@/components/ToldWhenSaved'
import { useRefusalWords } from '@/components/use-refusal-words'
import { SecondFactorPolicyDocument, SecondFactorPolicySetDocument, type Role, type SecondFactorPolicyQuery, type SecondFactorRule as Rule } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

const RULES: Rule[] = ['OFF', 'ROLES', 'ALL']
const ROLES: Role[] = ['DISTRICT_ADMIN', 'SUB_DISTRICT_ADMIN', 'WINDOW_CLERK', 'DEPARTMENT_OFFICER', 'DEPARTMENT_HEAD', 'LEGAL_REVIEWER', 'SUPERVISOR', 'LEADER', 'AUDITOR']

/** Who must have a second factor; the district's administrator says. */
export function SecondFactorRule() {
  const { viewer } = useViewer()
  const may = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  const [{ data }, ask] = useQuery({ query: SecondFactorPolicyDocument, pause: !may })
  const policy = data?.secondFactorPolicy
  const reload = () => ask({ requestPolicy: 'network-only' })
  if (!policy) return null
  return (
    <section className="card">
      <ToldWhenSaved onSaved={reload}>
        {(onSaved) => (
          <RuleForm
            key={policy.version}
            policy={policy}
            onReload={reload}
            onSaved={onSaved}
          />
        )}
      </ToldWhenSaved>
    </section>
  )
}

interface RuleFormProps {
  policy: SecondFactorPolicyQuery['secondFactorPolicy']
  onReload: () => void
  onSaved: () => void
}

function RuleForm({ policy, onReload, onSaved }: RuleFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ rule: Rule; roles?: Role[] }>()
  const { submit, running, refused } = useFormAction(SecondFactorPolicySetDocument, form, useRefusalWords())
  const rule = Form.useWatch('rule', form) ?? policy.rule
  const save = async (fields: { rule: Rule; roles?: Role[] }) => {
    if (await submit({ rule: fields.rule, roles: fields.roles ?? [], expectedVersion: policy.version })) onSaved()
  }
  return (
    <Form form={form} layout="vertical" className="narrow" initialValues={{ rule: policy.rule, roles: policy.roles }} onFinish={(fields) => void save(fields)}>
      <Form.Item name="rule" label={t('security.rule')} extra={t('security.ruleWhy')}>
        <Select options={RULES.map((value) => ({ value, label: t(`security.rules.${value}`) }))} />
      </Form.Item>
      {rule === 'ROLES' && (
        <Form.Item name="roles" label={t('security.ruleRoles')}>
          <Select mode="multiple" options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
        </Form.Item>
      )}
      {policy.rule !== 'OFF' && <p>{t('security.missing', { count: policy.missing })}</p>}
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
      <Button htmlType="submit" loading={running}>
        {t('actions.save')}
      </Button>
    </Form>
  )
}
