import type { ApplicantKind, CaseAcceptInput, IdKind, ItemToAcceptQuery, Mandate, MaterialState } from '@/gql/staff/graphql'
import { identityCardFault, normaliseIdNumber, usccFault, type IdNumberFault } from '@/lib/id-numbers'

export type ItemToAccept = NonNullable<ItemToAcceptQuery['item']>

export interface AcceptFields {
  applicant: {
    kind: ApplicantKind
    name: string
    idKind: IdKind
    idNumber: string
    mobile?: string
    agent?: { name: string; idKind: IdKind; idNumber: string; mandate: Mandate; until?: string }
  }
  hasAgent?: boolean
  /** where it is accepted, when the viewer clerks in several units that may */
  unitId?: string
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

/** The paper of the mandate stands first in the checklist; the item's own materials start at 1. */
export const MANDATE_SEQ = 0

export const mandatesOf = (kind: ApplicantKind): readonly Mandate[] =>
  kind === 'ENTERPRISE' ? ['GENERAL', 'SPECIAL', 'LEGAL_REPRESENTATIVE'] : ['GENERAL', 'SPECIAL', 'GUARDIAN']

export const mandatePaper = (mandate?: Mandate) =>
  mandate === 'GUARDIAN' || mandate === 'LEGAL_REPRESENTATIVE' ? mandate : 'LETTER'

/** Where the item may be accepted, of the units whose window the viewer works at. */
export const placesOf = <U extends { id: string }>(item: ItemToAccept, windows: readonly U[]): U[] =>
  windows.filter(({ id }) => id === item.department.id || item.acceptancePoints.some((point) => point.id === id))

export function idNumberFault(kind: IdKind, text: string, today: string): IdNumberFault | null {
  if (kind === 'IDENTITY_CARD') return identityCardFault(text, today)
  if (kind === 'USCC') return usccFault(text)
  return null
}

/** Every material with its original seen: the usual case, one key. */
export const allOriginals = (item: ItemToAccept): AcceptFields['materials'] =>
  Object.fromEntries([MANDATE_SEQ, ...item.materials.map(({ seq }) => seq)].map((seq) => [String(seq), 'ORIGINAL_SEEN']))

/** A question that becomes a case, with its asker in full. */
export interface Consulted {
  id: string
  item?: { id: string; name: string } | null
  asker: { kind: ApplicantKind; name?: string | null; mobile?: string | null }
}

export const firstFields = (consulted?: Consulted) => {
  const kind = consulted?.asker.kind ?? 'PERSON'
  return {
    applicant: { kind, idKind: idKindsOf(kind)[0], name: consulted?.asker.name ?? undefined, mobile: consulted?.asker.mobile ?? undefined },
  }
}

export function acceptInput(item: ItemToAccept, fields: AcceptFields, consultationId?: string): Omit<CaseAcceptInput, 'idempotencyKey'> {
  const { applicant } = fields
  const agent = fields.hasAgent ? applicant.agent : undefined
  return {
    itemId: item.id,
    unitId: fields.unitId ?? null,
    applicant: {
      kind: applicant.kind,
      name: applicant.name.trim(),
      idKind: applicant.idKind,
      idNumber: normaliseIdNumber(applicant.idNumber),
      mobile: applicant.mobile?.replace(/\s+/g, '') || null,
      agent: agent ? { ...agent, name: agent.name.trim(), idNumber: normaliseIdNumber(agent.idNumber), until: agent.until || null } : null,
    },
    materials: (agent ? [{ seq: MANDATE_SEQ }, ...item.materials] : item.materials).flatMap(({ seq }) => {
      const state = fields.materials?.[String(seq)]
      return state ? [{ seq, state }] : []
    }),
    receivedOn: fields.receivedOn || null,
    note: fields.note?.trim() || null,
    news: fields.news || null,
    consultationId: consultationId ?? null,
  }
}
