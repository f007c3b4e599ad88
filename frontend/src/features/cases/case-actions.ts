import type { TypedDocumentNode } from 'urql'
import {
  CaseDecideDocument,
  CaseDeliverDocument,
  CaseExtendDocument,
  CaseHandUpDocument,
  CaseResumeDocument,
  CaseReturnDocument,
  CaseSignDocument,
  CaseSuspendDocument,
  type CaseActionResultFragment,
  type CaseHeadFragment,
} from '@/gql/staff/graphql'

export const CASE_ACTIONS = ['sign', 'decide', 'deliver', 'handUp', 'return', 'suspend', 'resume', 'extend'] as const

export type CaseActionName = (typeof CASE_ACTIONS)[number]

export interface CaseActionInput {
  id: string
  expectedVersion: number
}

type CaseMutation = TypedDocumentNode<
  { result: CaseActionResultFragment },
  { input: CaseActionInput & { idempotencyKey: string } }
>

interface CaseAction {
  may: (one: CaseHeadFragment) => boolean
  document: CaseMutation
}

/** The input of each differs; the form of each action supplies exactly its own fields. */
const mutation = (document: unknown) => document as CaseMutation

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
}
