import type { AgentInput, ApplicantKind, ApplyItemQuery, IdKind, Mandate } from '@/gql/citizen/graphql'
import { identityCardFault, normaliseIdNumber, usccFault } from '@/lib/id-numbers'
import { bareDigits } from '../case-number'
import { today } from '../days'
import { recall, remember } from '../storage'
import type { Outgoing } from '../sending'

export type Item = NonNullable<ApplyItemQuery['guide']>['item']

export interface Who {
  kind: ApplicantKind
  name: string
  idKind: IdKind
  idNumber: string
  mobile: string
  agentName: string
  agentIdKind: IdKind
  agentIdNumber: string
  mandate: Mandate
  mandateUntil: string
  unit: string
}

/** What is kept in this tab until it is handed in: a phone that opens its camera may throw the page away. */
export interface Draft {
  who: Who
  /** the mobile number that the token was given for */
  mobile: string
  token: string
  until: string
  files: { seq: number; key: string; name: string; id: string }[]
  bring: number[]
  note: string
  news: boolean
}

/** Where it can be handed in: the acceptance points, or the department itself where there are none. */
export const unitsOf = (item: Item) => (item.acceptancePoints.length > 0 ? item.acceptancePoints : [item.department])

export const idKindsOf = (kind: ApplicantKind): IdKind[] =>
  kind === 'ENTERPRISE' ? ['USCC', 'OTHER'] : ['IDENTITY_CARD', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'OTHER']

export const mandatesOf = (kind: ApplicantKind): Mandate[] =>
  kind === 'ENTERPRISE' ? ['GENERAL', 'SPECIAL', 'LEGAL_REPRESENTATIVE'] : ['GENERAL', 'SPECIAL', 'GUARDIAN']

const PAPERS: Record<Mandate, string> = {
  GENERAL: '授权委托书',
  SPECIAL: '授权委托书',
  LEGAL_REPRESENTATIVE: '法定代表人身份证明',
  GUARDIAN: '监护关系证明',
}

/** The materials of the item, and before them the paper of the mandate when somebody acts for the applicant. */
export const papersOf = (item: Item, who: Who) => [
  ...(who.agentName.trim() ? [{ seq: 0, name: PAPERS[who.mandate], required: true }] : []),
  ...item.materials.map(({ seq, name, required }) => ({ seq, name, required })),
]

export const agentOf = (who: Who): AgentInput | null =>
  who.agentName.trim()
    ? {
        name: who.agentName.trim(),
        idKind: who.agentIdKind,
        idNumber: normaliseIdNumber(who.agentIdNumber),
        mandate: who.mandate,
        until: who.mandateUntil || null,
      }
    : null

export const emptyDraft = (item: Item): Draft => ({
  who: {
    kind: 'PERSON',
    name: '',
    idKind: 'IDENTITY_CARD',
    idNumber: '',
    mobile: '',
    agentName: '',
    agentIdKind: 'IDENTITY_CARD',
    agentIdNumber: '',
    mandate: 'GENERAL',
    mandateUntil: '',
    unit: unitsOf(item).length === 1 ? unitsOf(item)[0]?.id ?? '' : '',
  },
  mobile: '',
  token: '',
  until: '',
  files: [],
  bring: [],
  note: '',
  news: true,
})

const keyOf = (item: Item) => `lianban.apply.${item.id}`

export function recallDraft(item: Item): Draft {
  const empty = emptyDraft(item)
  const kept = recall<Draft>('sessionStorage', keyOf(item))
  const draft = { ...empty, ...kept, who: { ...empty.who, ...kept?.who } }
  return draft.until > new Date().toISOString() ? draft : { ...draft, token: '', mobile: '', until: '', files: [] }
}

export const keepDraft = (item: Item, draft: Draft) => remember('sessionStorage', keyOf(item), draft)
export const forgetDraft = (item: Item) => remember('sessionStorage', keyOf(item), {})

export const sentBefore = (draft: Draft, seq: number): Outgoing[] =>
  draft.files
    .filter((one) => one.seq === seq)
    .map(({ key, name, id }) => ({ key, name, id, file: null, at: 'sent', share: 100 }))

export type WhoFault = 'name' | 'idNumber' | 'mobile' | 'unit' | 'agentName' | 'agentIdNumber' | 'mandateUntil'
type FaultWord = 'nameMissing' | 'idWrong' | 'idMissing' | 'mobileWrong' | 'unitMissing' | 'agentMissing' | 'mandateOver'

function numberFault(kind: IdKind, typed: string): 'idWrong' | 'idMissing' | null {
  const number = typed.replace(/\s/g, '')
  if (!number) return 'idMissing'
  const wrong = kind === 'IDENTITY_CARD' ? identityCardFault(number, today()) : kind === 'USCC' ? usccFault(number) : null
  return wrong ? 'idWrong' : null
}

/** Who acts for another says who he is: a name, or nothing at all. */
function agentFaults(who: Who): Partial<Record<WhoFault, FaultWord>> {
  if (!who.agentName.trim()) return who.agentIdNumber.trim() ? { agentName: 'agentMissing' } : {}
  const agentIdNumber = numberFault(who.agentIdKind, who.agentIdNumber)
  return {
    ...(agentIdNumber ? { agentIdNumber } : {}),
    ...(who.mandateUntil && who.mandateUntil < today() ? { mandateUntil: 'mandateOver' as const } : {}),
  }
}

/** What stands in the way of a code, field by field, as words of the page. */
export function faultsOf(who: Who): Partial<Record<WhoFault, FaultWord>> {
  const idNumber = numberFault(who.idKind, who.idNumber)
  return {
    ...(who.unit ? {} : { unit: 'unitMissing' as const }),
    ...(who.name.trim() ? {} : { name: 'nameMissing' as const }),
    ...(idNumber ? { idNumber } : {}),
    ...agentFaults(who),
    ...(/^1[3-9]\d{9}$/.test(bareDigits(who.mobile)) ? {} : { mobile: 'mobileWrong' as const }),
  }
}
