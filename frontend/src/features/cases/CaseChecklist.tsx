import { Alert, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AcceptanceChecklistDocument, OwedMaterialsDocument, type AcceptanceChecklistQuery, type MaterialState } from '@/gql/staff/graphql'
import { MANDATE_SEQ, MATERIAL_STATES } from './accept-form'

type Awaited = NonNullable<AcceptanceChecklistQuery['acceptanceChecklist']>
type ChecklistLine = Awaited['materials'][number]

interface LineProps {
  seq: number
  name: string
  required: boolean
  before?: MaterialState | null
  states: readonly MaterialState[]
}

function Line({ seq, name, required, before, states }: LineProps) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  return (
    <li>
      <Form.Item
        name={['materials', String(seq)]}
        label={name}
        initialValue={before && states.includes(before) ? before : undefined}
        rules={[{ required, message: t('cases.chooseState') }]}
      >
        <Radio.Group
          aria-label={name}
          optionType="button"
          buttonStyle="solid"
          onChange={() => form.setFields([{ name: 'materials', errors: [] }])}
          options={states.map((state) => ({ value: state, label: t(`cases.materialStates.${state}`) }))}
        />
      </Form.Item>
    </li>
  )
}

/** What the server would refuse is not offered. */
const statesOf = ({ seq, required, reuse }: ChecklistLine, { owable, promisable }: Awaited) =>
  seq === MANDATE_SEQ
    ? (['ORIGINAL_SEEN', 'COPY'] as const)
    : MATERIAL_STATES.filter(
        (state) =>
          !(required && state === 'OWED' && !owable) &&
          !(required && state === 'MISSING') &&
          !(state === 'PROMISED' && !promisable) &&
          !(state === 'REUSED' && reuse === 'NEVER'),
      )

/** The list an acceptance is checked against, with what had come at receipt, by name. */
export function AcceptanceChecklist({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: AcceptanceChecklistDocument, variables: { id }, requestPolicy: 'network-only' })
  const list = data?.acceptanceChecklist
  if (!list) return null
  return (
    <>
      {list.itemEdition !== list.receivedEdition && (
        <Alert
          type="warning"
          showIcon
          title={t('legal.editionChanged', { now: list.itemEdition, before: list.receivedEdition })}
          description={list.gone.length > 0 ? t('legal.gone', { names: list.gone.join('、') }) : undefined}
        />
      )}
      {list.materials.length === 0 ? (
        <p>{t('cases.noMaterials')}</p>
      ) : (
        <ol className="checklist">
          {list.materials.map((one) => (
            <Line key={one.seq} seq={one.seq} name={one.name} required={one.required} before={one.state} states={statesOf(one, list)} />
          ))}
        </ol>
      )}
    </>
  )
}

/** What the applicant still owes, as it is written in the case. */
export function OwedChecklist({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: OwedMaterialsDocument, variables: { id }, requestPolicy: 'network-only' })
  const owed = data?.case?.materials.filter(({ state }) => state === 'OWED')
  if (owed?.length === 0) return <p>{t('legal.noOwed')}</p>
  return (
    <ol className="checklist">
      {owed?.map(({ seq, name }) => (
        <Line key={seq} seq={seq} name={name} required={false} states={['ORIGINAL_SEEN', 'COPY']} />
      ))}
    </ol>
  )
}
