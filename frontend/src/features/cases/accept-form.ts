import type { ApplicantKind, CaseAcceptInput, IdKind, ItemToAcceptQuery, MaterialState } from '@/gql/staff/graphql'
import { identityCardFault, normaliseIdNumber, usccFault, type IdNumberFault } from '@/lib/id-numbers'

export type ItemToAccept = NonNullable<ItemToAcceptQuery['item']>

export interface AcceptFields {
  applicant: {
    kind: ApplicantKind
    name: string
    idKind: IdKind
    idNumber: string
    mobile?: string
    agentName?: string
  }
  /** by the material's seq; a position nobody chose is missing */
  materials: Record<string, MaterialState | undefined>
  receivedOn?: string
  note?: string
  news?: boolean
}

export const MATERIAL_STATES = ['ORIGINAL_SEEN', 'COPY', 'EXEMPT', 'OWED', 'PROMISED', 'REUSED', 'MISSING'] as const satisfies readonly MaterialState[]

export const idKindsOf = (kind: ApplicantKind): readonly IdKind[] =>
  kind === 'ENTERPRISE'
    ? ['USCC', 'OTHER']
    : ['IDENTITY_CARD', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'OTHER']

export function idNumberFault(kind: IdKind, text: string, today: string): IdNumberFault | null {
  if (kind === 'IDENTITY_CARD') return identityCardFault(text, today)
  if (kind === 'USCC') return usccFault(text)
  return null
}

/** Every material with its original seen: the usual case, one key. */
export const allOriginals = (item: ItemToAccept): AcceptFields['materials'] =>
  Object.fromEntries(item.materials.map(({ seq }) => [String(seq), 'ORIGINAL_SEEN']))

export function acceptInput(item: ItemToAccept, fields: AcceptFields): Omit<CaseAcceptInput, 'idempotencyKey'> {
  const { applicant } = fields
  return {
    itemId: item.id,
    applicant: {
      kind: applicant.kind,
      name: applicant.name.trim(),
      idKind: applicant.idKind,
      idNumber: normaliseIdNumber(applicant.idNumber),
      mobile: applicant.mobile?.replace(/\s+/g, '') || null,
      agentName: applicant.agentName?.trim() || null,
    },
    materials: item.materials.flatMap(({ seq }) => {
      const state = fields.materials?.[String(seq)]
      return state ? [{ seq, state }] : []
    }),
    receivedOn: fields.receivedOn || null,
    note: fields.note?.trim() || null,
    news: fields.news || null,
  }
}
