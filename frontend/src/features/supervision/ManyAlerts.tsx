import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AlertsAppealDocument, AlertsJudgeDocument, type AlertGround, type AlertRowFragment, type ManyDoneFragment } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { useFormAction } from '@/lib/use-form-action'
import { JudgeFields, UnitFields } from './alert-fields'

type Act = 'appeal' | 'judge'

const MOST = 50

/** What may be done to the alerts that were ticked, and what became of it. */
export function ManyAlerts({ of, chosen, onDone }: { of: readonly AlertRowFragment[]; chosen: readonly AlertRowFragment[]; onDone: () => void }) {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act | null>(null)
  const [said, setSaid] = useState('')
  // who only answers is not shown that others judge
  const possible = { appeal: of.some((one) => one.viewerCanAnswer), judge: of.some((one) => one.viewerCanJudge) }
  const fitting = { appeal: chosen.filter((one) => one.viewerCanAnswer), judge: chosen.filter((one) => one.viewerCanJudge) }

  const done = (result: ManyDoneFragment, of: readonly AlertRowFragment[]) => {
    const numbers = result.left.map(({ place, message }) => `${groupedNumber(of[place]?.case?.number ?? '')} ${message}`)
    const parts = [t('alerts.manyDone', { count: result.alerts.length }), numbers.length > 0 && t('alerts.manyLeft', { numbers: numbers.join(t('pairs.next')) })]
    setSaid(parts.filter(Boolean).join(' '))
    setAct(null)
    onDone()
  }

  return (
    <div className="no-print">
      <p className="page-actions">
        {(['appeal', 'judge'] as const)
          .filter((one) => possible[one])
          .map((one) => (
            <Button key={one} disabled={fitting[one].length === 0 || fitting[one].length > MOST} onClick={() => setAct(one)}>
              {t(`alerts.many.${one}`, { count: fitting[one].length })}
            </Button>
          ))}
      </p>
      <p role="status">{said}</p>
      {act && <ManyModal act={act} alerts={fitting[act]} onDone={(result) => done(result, fitting[act])} onClose={() => setAct(null)} />}
    </div>
  )
}

interface ManyModalProps {
  act: Act
  alerts: readonly AlertRowFragment[]
  onDone: (result: ManyDoneFragment) => void
  onClose: () => void
}

function ManyModal({ act, alerts, onDone, onClose }: ManyModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ ground: AlertGround; reason: string; accept: boolean; note?: string }>()
  const words = useRefusalWords()
  const appeal = useFormAction(AlertsAppealDocument, form, words)
  const judge = useFormAction(AlertsJudgeDocument, form, words)
  const action = { appeal, judge }[act]
  const title = t(`alerts.many.${act}`, { count: alerts.length })

  const finish = async () => {
    const { ground, reason, accept, note } = form.getFieldsValue()
    const on = alerts.map(({ id, version }) => ({ id, expectedVersion: version }))
    const done = act === 'appeal' ? await appeal.submit({ alerts: on, ground, reason }) : await judge.submit({ alerts: on, accept, note: note ?? null })
    if (done) onDone(done)
  }

  return (
    <Modal
      open
      title={title}
      okText={t(`alerts.${act}`)}
      cancelText={t('actions.cancel')}
      confirmLoading={action.running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t(`alerts.${act === 'appeal' ? 'appealWhy' : 'judgeManyWhy'}`)}</p>
      <Form form={form} layout="vertical" onFinish={() => void finish()}>
        {act === 'judge' ? <JudgeFields appealed={alerts.every((one) => one.state === 'APPEALED')} /> : <UnitFields appealing />}
      </Form>
      <Refusals errors={action.refused.errors} fault={action.refused.fault} />
    </Modal>
  )
}
