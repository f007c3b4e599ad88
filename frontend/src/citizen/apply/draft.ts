import type { ApplicantKind, ApplyItemQuery, IdKind } from '@/gql/citizen/graphql'
import { identityCardFault, usccFault } from '@/lib/id-numbers'
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

export const emptyDraft = (item: Item): Draft => ({
  who: {
    kind: 'PERSON',
    name: '',
    idKind: 'IDENTITY_CARD',
    idNumber: '',
    mobile: '',
    agentName: '',
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
  const draft = { ...emptyDraft(item), ...recall<Draft>('sessionStorage', keyOf(item)) }
  return draft.until > new Date().toISOString() ? draft : { ...draft, token: '', mobile: '', until: '', files: [] }
}

export const keepDraft = (item: Item, draft: Draft) => remember('sessionStorage', keyOf(item), draft)
export const forgetDraft = (item: Item) => remember('sessionStorage', keyOf(item), {})

export const sentBefore = (draft: Draft, seq: number): Outgoing[] =>
  draft.files
    .filter((one) => one.seq === seq)
    .map(({ key, name, id }) => ({ key, name, id, file: null, at: 'sent', share: 100 }))

export type WhoFault = 'name' | 'idNumber' | 'mobile' | 'unit'

/** What stands in the way of a code, field by field, as words of the page. */
export function faultsOf(who: Who): Partial<Record<WhoFault, 'nameMissing' | 'idWrong' | 'idMissing' | 'mobileWrong' | 'unitMissing'>> {
  const number = who.idNumber.replace(/\s/g, '')
  const wrong =
    who.idKind === 'IDENTITY_CARD' ? identityCardFault(number, today()) : who.idKind === 'USCC' ? usccFault(number) : null
  return {
    ...(who.unit ? {} : { unit: 'unitMissing' as const }),
    ...(who.name.trim() ? {} : { name: 'nameMissing' as const }),
    ...(number ? (wrong ? { idNumber: 'idWrong' as const } : {}) : { idNumber: 'idMissing' as const }),
    ...(/^1[3-9]\d{9}$/.test(bareDigits(who.mobile)) ? {} : { mobile: 'mobileWrong' as const }),
  }
}
