import { Button, Form, Input, Select, type InputRef } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { Failed, Loading } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import { CaseAcceptDocument, CaseReceiveDocument, ItemToAcceptDocument, type ReceiptFragment } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { acceptInput, allOriginals, firstFields, placesOf, type AcceptFields, type Consulted } from './accept-form'
import { ApplicantFields } from './ApplicantFields'
import { ItemPicker } from './ItemPicker'
import { ItemSummary } from './ItemSummary'
import { MaterialChecklist } from './MaterialChecklist'

interface AcceptFormProps {
  /** the question it comes of: item and applicant are filled in */
  consulted?: Consulted
  onAccepted: (receipt: ReceiptFragment, password: string) => void
}

/** One page, top to bottom, for a clerk who never takes the hands off the keyboard. */
export function AcceptForm({ consulted, onAccepted }: AcceptFormProps) {
  const { t } = useTranslation()
  const { district, viewer } = useViewer()
  const today = district?.today ?? todayHere()
  const [form] = Form.useForm<AcceptFields>()
  const [itemId, setItemId] = useState<string | null>(consulted?.item?.id ?? null)
  const [{ data, fetching, error }, again] = useQuery({
    query: ItemToAcceptDocument,
    variables: { id: itemId ?? '' },
    pause: !itemId,
  })
  const words = useRefusalWords()
  const accepting = useFormAction(CaseAcceptDocument, form, words)
  const receiving = useFormAction(CaseReceiveDocument, form, words)
  const [receiveOnly, setReceiveOnly] = useState(false)
  const { running, refused } = receiveOnly ? receiving : accepting
  const name = useRef<InputRef>(null)
  const item = itemId && data?.item?.id === itemId ? data.item : null
  const acceptable = item && item.promisedLimit != null && !item.cancelledOn

  const places = item ? placesOf(item, viewer.acceptUnits) : []
  const firstPlace = places[0]?.id

  useEffect(() => {
    form.setFieldsValue({ materials: {}, unitId: firstPlace })
  }, [form, itemId, firstPlace])

  const finish = async (fields: AcceptFields, only = false) => {
    if (!item || running) return
    setReceiveOnly(only)
    const result = await (only ? receiving : accepting).submit(acceptInput(item, fields, consulted?.id))
    if (result?.case) onAccepted(result.case, result.queryPassword ?? '')
  }
  const shortcuts = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
    else if (item && event.altKey && event.code === 'KeyA') {
      form.setFieldsValue({ materials: allOriginals(item) })
      name.current?.focus()
    } else return
    event.preventDefault()
    // the picker that has the focus would open its list again
    event.stopPropagation()
  }

  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={{ ...firstFields(consulted), receivedOn: today }}
      onFinish={(fields) => void finish(fields)}
      onKeyDownCapture={shortcuts}
    >
      <Form.Item label={t('cases.item')} htmlFor="accept-item" required>
        <ItemPicker id="accept-item" first={consulted?.item?.name} onPick={setItemId} />
      </Form.Item>
      {consulted && <p role="status">{t('consult.from')}</p>}
      {itemId && fetching && !item && <Loading rows={3} />}
      {error && <Failed error={error} retry={again} />}
      {item && <ItemSummary item={item} toJudge={data?.itemDecisionsToJudge ?? []} />}
      {item && acceptable && (
        <>
          {places.length > 1 ? (
            <Form.Item name="unitId" label={t('cases.acceptAt')} extra={t('cases.acceptAtWhy')}>
              <Select options={places.map(({ id, name: unit }) => ({ value: id, label: unit }))} />
            </Form.Item>
          ) : (
            places[0] && (
              <p>
                {t('pairs.named', { name: t('cases.acceptAt'), value: places[0].name })}
              </p>
            )
          )}
          <h2>{t('cases.materials')}</h2>
          <MaterialChecklist item={item} handling={data?.itemHandling ?? null} form={form} onAllSeen={() => name.current?.focus()} />
          <h2>{t('cases.applicant')}</h2>
          <ApplicantFields form={form} today={today} nameRef={name} />
          <div className="field-grid">
            <Form.Item name="receivedOn" label={t('cases.receivedOn')} rules={[{ required: true, message: t('refusals.required') }]}>
              <Input type="date" max={today} />
            </Form.Item>
            <Form.Item name="note" label={t('cases.note')}>
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          </div>
          <Refusals errors={refused.errors} fault={refused.fault} />
          <Button type="primary" size="large" htmlType="submit" loading={running} aria-keyshortcuts="Control+Enter">
            {t('cases.acceptNow')} <kbd>Ctrl+Enter</kbd>
          </Button>{' '}
          <Button size="large" disabled={running} onClick={() => void form.validateFields().then((fields) => finish(fields, true), () => undefined)}>
            {t('legal.receiveOnly')}
          </Button>
        </>
      )}
    </Form>
  )
}
