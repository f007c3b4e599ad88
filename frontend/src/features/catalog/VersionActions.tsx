import { Form } from 'antd'
import { useRefusalWords } from '@/components/use-refusal-words'
import {
  ItemDraftReviewDocument,
  ItemDraftSendDocument,
  ItemDraftWithdrawDocument,
  ItemPublishDocument,
  type VersionHeadFragment,
} from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { StepButtons, type Step, type StepFields } from './StepButtons'

/** The steps of an item's version. */
export function VersionActions({ version, onDone }: { version: VersionHeadFragment; onDone: () => void }) {
  const [form] = Form.useForm<StepFields>()
  const words = useRefusalWords()
  const send = useFormAction(ItemDraftSendDocument, form, words)
  const withdraw = useFormAction(ItemDraftWithdrawDocument, form, words)
  const review = useFormAction(ItemDraftReviewDocument, form, words)
  const publish = useFormAction(ItemPublishDocument, form, words)
  const all = [send, withdraw, review, publish]
  const of = { id: version.id, expectedVersion: version.version }

  const take = async (step: Step, { passed, opinion, documentNo, effectiveOn }: StepFields) => {
    if (step === 'review') return (await review.submit({ ...of, passed, opinion: opinion ?? null })) !== null
    if (step === 'publish') return (await publish.submit({ ...of, documentNo, effectiveOn })) !== null
    return (await (step === 'send' ? send : withdraw).submit(of)) !== null
  }

  return (
    <StepButtons
      version={version}
      form={form}
      withDay
      take={take}
      running={all.some((one) => one.running)}
      refused={{ errors: all.flatMap((one) => one.refused.errors), fault: all.find((one) => one.refused.fault)?.refused.fault }}
      onDone={onDone}
    />
  )
}
