import { Form } from 'antd'
import { useRefusalWords } from '@/components/use-refusal-words'
import {
  ListDraftReviewDocument,
  ListDraftSendDocument,
  ListDraftWithdrawDocument,
  ListPublishDocument,
  type ListHeadFragment,
} from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { StepButtons, type Step, type StepFields } from './StepButtons'

/** The steps of a list's version. */
export function ListActions({ version, onDone }: { version: ListHeadFragment; onDone: () => void }) {
  const [form] = Form.useForm<StepFields>()
  const words = useRefusalWords()
  const send = useFormAction(ListDraftSendDocument, form, words)
  const withdraw = useFormAction(ListDraftWithdrawDocument, form, words)
  const review = useFormAction(ListDraftReviewDocument, form, words)
  const publish = useFormAction(ListPublishDocument, form, words)
  const all = [send, withdraw, review, publish]
  const of = { id: version.id, expectedVersion: version.version }

  const take = async (step: Step, { passed, opinion, documentNo }: StepFields) => {
    if (step === 'review') return (await review.submit({ ...of, passed, opinion: opinion ?? null })) !== null
    if (step === 'publish') return (await publish.submit({ ...of, documentNo })) !== null
    return (await (step === 'send' ? send : withdraw).submit(of)) !== null
  }

  return (
    <StepButtons
      version={version}
      form={form}
      withDay={false}
      take={take}
      running={all.some((one) => one.running)}
      refused={{ errors: all.flatMap((one) => one.refused.errors), fault: all.find((one) => one.refused.fault)?.refused.fault }}
      onDone={onDone}
    />
  )
}
