import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AccountDismissDocument, HeldWorkDocument, type AccountRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { PersonSelect } from '@/components/PersonSelect'

interface DismissModalProps {
  person: AccountRowFragment
  held: number
  onReload: () => void
  onDone: () => void
  onClose: () => void
}

interface Fields {
  handOverToId?: string
  handOvers?: { toAccountId?: string }[]
}

/** Somebody leaves for good; what he has in hand goes to colleagues in the same step, in each unit to one of that unit. */
export function DismissModal({ person, held, onReload, onDone, onClose }: DismissModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(AccountDismissDocument, form, useRefusalWords())
  const units = unitsOf(person)
  const several = units.length > 1
  const finish = async ({ handOverToId, handOvers }: Fields) => {
    const named = units.flatMap((unit, at) => {
      const toAccountId = handOvers?.[at]?.toAccountId
      return toAccountId ? [{ unitId: unit.id, toAccountId }] : []
    })
    if (await submit({ id: person.id, expectedVersion: person.version, handOverToId: handOverToId ?? null, handOvers: named })) onDone()
  }
  return (
    <Modal
      open
      title={t('identity.dismissTitle', { name: person.name })}
      okText={t('identity.dismiss')}
      okButtonProps={{ danger: true }}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('identity.dismissWhy')}</p>
      <p className="big">{t('identity.held', { count: held })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        {held > 0 && !several && <PersonSelect name="handOverToId" label={t('identity.toPerson')} unitId={units[0]?.id} except={person.id} required />}
        {held > 0 && several && units.map((unit, at) => <Taker key={unit.id} at={at} unit={unit} leaving={person.id} />)}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </Modal>
  )
}

interface Unit {
  id: string
  name: string
}

const unitsOf = (person: AccountRowFragment): Unit[] => {
  const all = new Map<string, Unit>()
  for (const { unit } of person.posts) if (unit) all.set(unit.id, unit)
  return [...all.values()]
}

/** Asked only where something is in his hands. */
function Taker({ at, unit, leaving }: { at: number; unit: Unit; leaving: string }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: HeldWorkDocument, variables: { accountId: leaving, unitId: unit.id }, requestPolicy: 'network-only' })
  const count = data?.heldWork ?? 0
  if (count === 0) return null
  return <PersonSelect name={['handOvers', at, 'toAccountId']} label={t('identity.toPersonIn', { unit: unit.name, count })} unitId={unit.id} except={leaving} required />
}
