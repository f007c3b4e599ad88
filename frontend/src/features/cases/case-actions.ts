import type { TypedDocumentNode } from 'urql'
import {
  CaseAcceptReceivedDocument,
  CaseCheckDocument,
  CaseDecideDocument,
  CaseDeliverDocument,
  CaseEndDocument,
  CaseExtendDocument,
  CaseGreenAnswerDocument,
  CaseGreenAskDocument,
  CaseHandDownDocument,
  CaseHandUpDocument,
  CaseNotAcceptDocument,
  CaseOwedInDocument,
  CasePassOnDocument,
  CaseResumeDocument,
  CaseReturnDocument,
  CaseRuleDocument,
  CaseSignDocument,
  CaseSupplementDocument,
  CaseSupplementInDocument,
  CaseSuspendDocument,
  type CaseAct,
  type CaseActionResultFragment,
  type CaseHeadFragment,
} from '@/gql/staff/graphql'

const LEGAL_ACTIONS = ['rule', 'accept', 'notAccept', 'supplement', 'supplementIn', 'owedIn', 'check', 'greenAsk', 'greenAnswer', 'handDown', 'passOn', 'end'] as const

export type LegalActionName = (typeof LEGAL_ACTIONS)[number]

export const CASE_ACTIONS = ['sign', 'decide', 'deliver', 'handUp', 'return', 'suspend', 'resume', 'extend', ...LEGAL_ACTIONS] as const

export type CaseActionName = (typeof CASE_ACTIONS)[number]

export const isLegal = (name: CaseActionName): name is LegalActionName => (LEGAL_ACTIONS as readonly string[]).includes(name)

export interface CaseActionInput {
  id: string
  expectedVersion: number
}

type CaseMutation = TypedDocumentNode<
  { result: CaseActionResultFragment },
  { input: CaseActionInput & { idempotencyKey: string } }
>

type Fields = Record<string, unknown>

interface CaseAction {
  may: (one: CaseHeadFragment) => boolean
  /** shown under "more" in this state */
  aside?: (one: CaseHeadFragment) => boolean
  document: CaseMutation
  /** the form's fields as the input has them */
  input?: (fields: Fields) => Fields
}

/** The input of each differs; the form of each action supplies exactly its own fields. */
const mutation = (document: unknown) => document as CaseMutation

const act = (name: CaseAct) => (one: CaseHeadFragment) => one.viewerActs.includes(name)
const always = () => true
const afterReceipt = (one: CaseHeadFragment) => one.status !== 'RECEIVED'

const withMaterials = ({ materials, ...fields }: Fields): Fields => ({
  ...fields,
  materials: Object.entries((materials ?? {}) as Record<string, string | undefined>).flatMap(([seq, state]) =>
    state ? [{ seq: Number(seq), state }] : [],
  ),
})

const withLines = ({ missing, ...fields }: Fields): Fields => ({ ...fields, missing: String(missing ?? '').split('\n') })

/** What can be done with a case. The server says whether this viewer may, now. */
export const caseActions: Record<CaseActionName, CaseAction> = {
  sign: { may: (one) => one.viewerCanSign, document: mutation(CaseSignDocument) },
  decide: { may: (one) => one.viewerCanDecide, document: mutation(CaseDecideDocument) },
  deliver: { may: (one) => one.viewerCanDeliver, document: mutation(CaseDeliverDocument) },
  handUp: { may: (one) => one.viewerCanHandUp, document: mutation(CaseHandUpDocument) },
  return: { may: (one) => one.viewerCanReturn, document: mutation(CaseReturnDocument) },
  suspend: { may: (one) => one.viewerCanSuspend, document: mutation(CaseSuspendDocument) },
  resume: { may: (one) => one.viewerCanResume, document: mutation(CaseResumeDocument) },
  extend: { may: (one) => one.viewerCanExtend, document: mutation(CaseExtendDocument) },
  accept: { may: act('ACCEPT'), document: mutation(CaseAcceptReceivedDocument), input: withMaterials },
  notAccept: { may: act('NOT_ACCEPT'), document: mutation(CaseNotAcceptDocument) },
  supplement: { may: act('SUPPLEMENT'), aside: afterReceipt, document: mutation(CaseSupplementDocument), input: withLines },
  supplementIn: { may: act('SUPPLEMENT_IN'), aside: afterReceipt, document: mutation(CaseSupplementInDocument) },
  owedIn: { may: act('OWED_IN'), aside: always, document: mutation(CaseOwedInDocument), input: withMaterials },
  check: { may: act('CHECK'), aside: always, document: mutation(CaseCheckDocument) },
  greenAsk: { may: act('GREEN_ASK'), aside: always, document: mutation(CaseGreenAskDocument) },
  greenAnswer: { may: act('GREEN_ANSWER'), aside: always, document: mutation(CaseGreenAnswerDocument) },
  rule: { may: act('RULE'), document: mutation(CaseRuleDocument) },
  handDown: { may: act('HAND_DOWN'), aside: always, document: mutation(CaseHandDownDocument) },
  passOn: { may: act('PASS_ON'), aside: always, document: mutation(CasePassOnDocument) },
  end: { may: act('END'), aside: always, document: mutation(CaseEndDocument) },
}
