import { Button, Form, InputNumber, Modal, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AlertRuleSaveDocument, type RuleFactsFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { Trial } from './Trial'

interface RuleModalProps {
  rule: RuleFactsFragment
  onReload: () => void
  onDone: () => void
  onClose: () => void
}

interface Fields {
  enabled: boolean
  answerDays: number
  limits?: Record<string, number>
}

/** A rule's numbers; what they would have raised is tried before they are saved as the next version. */
export function RuleModal({ rule, onReload, onDone, onClose }: RuleModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused, forgive } = useFormAction(AlertRuleSaveDocument, form, useRefusalWords())
  const usual = Object.fromEntries(rule.limits.map((limit) => [limit.name, limit.value]))
  const [limits, setLimits] = useState<Record<string, number>>(usual)
  const asInput = (numbers: Record<string, number>) => Object.entries(numbers).map(([name, value]) => ({ name, value }))

  const finish = async ({ enabled, answerDays, limits }: Fields) => {
    const done = await submit({ code: rule.code, expectedNo: rule.no, enabled, answerDays, limits: asInput(limits ?? {}) })
    if (done) onDone()
  }

  return (
    <Modal
      open
      width={760}
      title={t(`alerts.rules.${rule.code}`)}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t(rule.viewerCanEdit ? 'actions.cancel' : 'actions.close')}
        </Button>,
        rule.viewerCanEdit && (
          <Button key="save" type="primary" loading={running} onClick={() => form.submit()}>
            {t('actions.save')}
          </Button>
        ),
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        disabled={!rule.viewerCanEdit}
        initialValues={{ enabled: rule.enabled, answerDays: rule.answerDays, limits: usual }}
        onValuesChange={(_, all) => setLimits({ ...usual, ...all.limits })}
        onFinish={(fields) => void finish(fields)}
      >
        <Form.Item name="enabled" label={t('alerts.switchOn')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="answerDays" label={t('alerts.days')} rules={[{ required: true, message: t('refusals.required') }]}>
          <InputNumber min={0} max={30} precision={0} />
        </Form.Item>
        {rule.limits.map((limit) => (
          <Form.Item
            key={limit.name}
            name={['limits', limit.name]}
            label={t(`alerts.limits.${limit.name}`)}
            rules={[{ required: true, message: t('refusals.required') }]}
          >
            <InputNumber min={limit.least} max={limit.most} precision={0} />
          </Form.Item>
        ))}
      </Form>
      <Refusals
        errors={refused.errors}
        fault={refused.fault}
        onReload={() => {
          forgive()
          onReload()
        }}
      />
      {rule.viewerCanTry && <Trial rule={rule.code} limits={asInput(limits)} />}
      {rule.versions.length > 0 && (
        <section>
          <h2>{t('alerts.versionsTitle')}</h2>
          <ul>
            {rule.versions.map((version) => (
              <li key={version.no}>
                {t('alerts.versionNo', { no: version.no })} · <Instant at={version.changedAt} /> · {t(version.enabled ? 'alerts.enabled' : 'alerts.disabled')}
                {version.limits.map((limit) => ` · ${t(`alerts.limits.${limit.name}`)} ${limit.value}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  )
}
