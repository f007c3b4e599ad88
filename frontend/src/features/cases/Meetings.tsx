import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery, type TypedDocumentNode } from 'urql'
import { Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { Nothing } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import {
  MeetingCallDocument,
  MeetingCloseDocument,
  MeetingOpinionDocument,
  UnitsDocument,
  type CaseStepsQuery,
  type MeetingDoneFragment,
} from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

type Stepped = NonNullable<CaseStepsQuery['case']>
type Meeting = Stepped['meetings'][number]
type Doing = { act: 'call' } | { act: 'opine'; meeting: Meeting; unitId: string } | { act: 'close'; meeting: Meeting }

/** Joint review: who is asked, what each unit thinks, who came, the minutes. */
export function Meetings({ one, onDone }: { one: Stepped; onDone: () => void }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <section>
      <h2>{t('steps.meetings')}</h2>
      {one.meetings.length === 0 && <Nothing>{t('steps.noMeetings')}</Nothing>}
      {one.meetings.map((meeting) => (
        <section key={meeting.id} className="card" aria-label={meeting.subject}>
          <p className="case-title">
            {meeting.subject} <Instant at={meeting.heldAt} /> {meeting.place}
          </p>
          <RecordTable
            caption={meeting.subject}
            rows={meeting.units}
            rowKey={(row) => row.unit.id}
            columns={[
              { key: 'unit', title: t('steps.unit'), text: (row) => row.unit.name },
              { key: 'came', title: t('steps.attendance'), text: (row) => (row.attended == null ? '—' : t(row.attended ? 'steps.present' : 'steps.absent')) },
              {
                key: 'due',
                title: t('due.due'),
                text: (row) => row.duty?.dueOn ?? '—',
                render: (row) =>
                  row.duty && (
                    <>
                      <Light light={row.duty.closedLight ?? row.duty.light} /> <DueDate due={row.duty} />
                    </>
                  ),
              },
              {
                key: 'opinion',
                title: t('steps.opinion'),
                text: (row) => row.opinion ?? '—',
                render: (row) =>
                  row.viewerCanOpine ? (
                    <Button onClick={() => setDoing({ act: 'opine', meeting, unitId: row.unit.id })}>{t('steps.opine')}</Button>
                  ) : (
                    (row.opinion ?? '—')
                  ),
              },
            ]}
          />
          {meeting.minutes && <p>{t('pairs.named', { name: t('steps.minutes'), value: meeting.minutes })}</p>}
          {meeting.viewerCanClose && <Button onClick={() => setDoing({ act: 'close', meeting })}>{t('steps.close')}</Button>}
        </section>
      ))}
      {one.viewerCanCallMeeting && <Button onClick={() => setDoing({ act: 'call' })}>{t('steps.call')}</Button>}
      {doing && (
        <MeetingModal
          caseId={one.id}
          doing={doing}
          onClose={() => setDoing(null)}
          onDone={() => {
            setDoing(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}

type MeetingMutation = TypedDocumentNode<{ result: MeetingDoneFragment }, { input: { idempotencyKey: string } }>
const documents: Record<Doing['act'], unknown> = { call: MeetingCallDocument, opine: MeetingOpinionDocument, close: MeetingCloseDocument }

interface MeetingModalProps {
  caseId: string
  doing: Doing
  onDone: () => void
  onClose: () => void
}

function MeetingModal({ caseId, doing, onDone, onClose }: MeetingModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm()
  const { submit, running, refused } = useFormAction(documents[doing.act] as MeetingMutation, form, useRefusalWords())
  const finish = async (fields: Record<string, unknown>) => {
    const whole =
      doing.act === 'call'
        ? { ...fields, caseId, heldAt: new Date(String(fields.heldAt)).toISOString() }
        : doing.act === 'opine'
          ? { ...fields, id: doing.meeting.id, unitId: doing.unitId }
          : { attendedUnitIds: [], ...fields, id: doing.meeting.id, expectedVersion: doing.meeting.version }
    if (await submit(whole)) onDone()
  }
  const title = t(`steps.${doing.act}`)
  return (
    <Modal open title={title} okText={title} cancelText={t('actions.cancel')} confirmLoading={running} mask={{ closable: false }} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ opinionDays: 3 }} onFinish={(fields) => void finish(fields)}>
        <MeetingFields doing={doing} />
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </Modal>
  )
}

function MeetingFields({ doing }: { doing: Doing }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: UnitsDocument, pause: doing.act !== 'call' })
  const required = [{ required: true, message: t('refusals.required') }]
  if (doing.act === 'opine') {
    return (
      <Form.Item name="opinion" label={t('steps.opinion')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
    )
  }
  if (doing.act === 'close') {
    return (
      <>
        <Form.Item name="attendedUnitIds" label={t('steps.attended')}>
          <Checkbox.Group options={doing.meeting.units.map(({ unit }) => ({ value: unit.id, label: unit.name }))} />
        </Form.Item>
        <Form.Item name="minutes" label={t('steps.minutes')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
        </Form.Item>
      </>
    )
  }
  return (
    <>
      <Form.Item name="subject" label={t('steps.subject')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="heldAt" label={t('steps.heldAt')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="place" label={t('steps.place')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unitIds" label={t('steps.units')} rules={required}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(data?.units ?? []).filter((unit) => !unit.subDistrict).map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name="opinionDays" label={t('steps.opinionDays')} rules={required}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
    </>
  )
}
