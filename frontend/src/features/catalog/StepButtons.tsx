import { Button, Form, Input, Modal, Radio, type FormInstance } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import type { ServerFault } from '@/lib/graphql-error'
import { todayHere } from '@/lib/time'
import type { UserError } from '@/lib/use-action'
import { useViewer } from '@/lib/viewer'

export type Step = 'send' | 'withdraw' | 'review' | 'publish'

export interface StepFields {
  passed: boolean
  opinion?: string
  documentNo: string
  effectiveOn: string
}

interface Version {
  no: number
  viewerCanSend: boolean
  viewerCanReview: boolean
  viewerCanPublish: boolean
  viewerCanWithdraw: boolean
}

interface StepButtonsProps {
  version: Version
  form: FormInstance<StepFields>
  /** publication names the day on which it takes effect */
  withDay: boolean
  /** true: taken */
  take: (step: Step, fields: StepFields) => Promise<boolean>
  running: boolean
  refused: { errors: UserError[]; fault?: ServerFault }
  onDone: () => void
}

/** The steps of a version that this viewer may take now, each with its window. */
export function StepButtons({ version, form, withDay, take, running, refused, onDone }: StepButtonsProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [step, setStep] = useState<Step | null>(null)
  const required = [{ required: true, message: t('refusals.required') }]
  const may: [Step, boolean][] = [
    ['send', version.viewerCanSend],
    ['review', version.viewerCanReview],
    ['publish', version.viewerCanPublish],
    ['withdraw', version.viewerCanWithdraw],
  ]
  const finish = async (fields: StepFields) => {
    if (!step || !(await take(step, fields))) return
    setStep(null)
    onDone()
  }
  return (
    <>
      {may
        .filter(([, allowed]) => allowed)
        .map(([name]) => (
          <Button key={name} type={name === 'withdraw' ? 'default' : 'primary'} onClick={() => setStep(name)}>
            {t(`catalog.${name}`)}
          </Button>
        ))}
      <Modal
        open={step !== null}
        destroyOnHidden
        title={step && t(`catalog.${step}Title`, { no: version.no })}
        okText={step && t(`catalog.${step}`)}
        cancelText={t('actions.cancel')}
        confirmLoading={running}
        onOk={() => form.submit()}
        onCancel={() => setStep(null)}
      >
        <p>{step && t(`catalog.${step}Why`)}</p>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ passed: true, effectiveOn: district?.today ?? todayHere() }}
          onFinish={(fields) => void finish(fields)}
        >
          {step === 'review' && (
            <>
              <Form.Item name="passed" label={t('catalog.finding')}>
                <Radio.Group
                  options={[
                    { value: true, label: t('catalog.passed') },
                    { value: false, label: t('catalog.notPassed') },
                  ]}
                />
              </Form.Item>
              <Form.Item name="opinion" label={t('catalog.opinion')}>
                <Input.TextArea rows={4} maxLength={2000} />
              </Form.Item>
            </>
          )}
          {step === 'publish' && (
            <Form.Item name="documentNo" label={t('catalog.document')} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
          )}
          {step === 'publish' && withDay && (
            <Form.Item name="effectiveOn" label={t('catalog.effectiveOn')} rules={required}>
              <Input type="date" />
            </Form.Item>
          )}
        </Form>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      </Modal>
    </>
  )
}
