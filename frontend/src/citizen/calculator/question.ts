import type { BudgetUnit, DueDateInput } from '@/gql/citizen/graphql'
import { today } from '../days'

/** What stands in the form, as text: also while it is half typed. */
export interface Question {
  unit: BudgetUnit
  /** a day, or `2026-09-29T09:00` (Beijing time) for HOURS */
  accepted: string
  budget: string
  pauses: { from: string; to: string }[]
}

const UNITS: BudgetUnit[] = ['WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS']

export const firstQuestion = (): Question => ({ unit: 'WORKING_DAYS', accepted: today(), budget: '', pauses: [] })

/** `?unit=WORKING_DAYS&accepted=2026-09-29&budget=5&pause=2026-10-08~2026-10-10&pause=2026-10-15~` */
export function questionOf(query: string): Question | null {
  const values = new URLSearchParams(query)
  if (!values.has('budget')) return null
  const unit = UNITS.find((one) => one === values.get('unit')) || 'WORKING_DAYS'
  return {
    unit,
    accepted: values.get('accepted') || '',
    budget: values.get('budget') || '',
    pauses: values.getAll('pause').map((pause) => {
      const [from, to] = pause.split('~')
      return { from: from || '', to: to || '' }
    }),
  }
}

export function queryOf(question: Question): string {
  const values = new URLSearchParams({
    unit: question.unit,
    accepted: question.accepted,
    budget: question.budget,
  })
  for (const { from, to } of question.pauses) values.append('pause', `${from}~${to}`)
  return `?${values.toString().replace(/%7E/g, '~').replace(/%3A/g, ':')}`
}

/** Days become the same day at 09:00, moments their day: nothing typed is lost. */
export function withUnit(question: Question, unit: BudgetUnit): Question {
  const hours = unit === 'HOURS'
  if (hours === (question.unit === 'HOURS')) return { ...question, unit }
  const turn = (text: string) => (text ? (hours ? `${text.slice(0, 10)}T09:00` : text.slice(0, 10)) : '')
  return {
    ...question,
    unit,
    accepted: turn(question.accepted),
    pauses: question.pauses.map(({ from, to }) => ({ from: turn(from), to: turn(to) })),
  }
}

const instant = (moment: string) => (moment ? `${moment.length === 16 ? `${moment}:00` : moment}+08:00` : moment)

/** What the form can tell by itself; the server has the last word. */
export type Faults = Record<string, 'acceptedOnFault' | 'budgetFault' | 'fromFault' | 'toFault' | 'otherFault'>

export function faultsOf(question: Question): Faults {
  const faults: Faults = {}
  if (!question.accepted) faults.accepted = 'acceptedOnFault'
  if (!/^\d{1,4}$/.test(question.budget.trim()) || Number(question.budget) > 3660) faults.budget = 'budgetFault'
  question.pauses.forEach(({ from, to }, n) => {
    if (!from || from < question.accepted) faults[`pauses[${n}].from`] = 'fromFault'
    else if (to && to < from) faults[`pauses[${n}].to`] = 'toFault'
  })
  return faults
}

/** The place of a server's refusal (`input.suspensions[0].to`) in this form. */
export function placeOf(field: string): string {
  const place = field.replace(/^input\./, '').replace(/^accepted(On|At)$/, 'accepted')
  return place.replace(/^suspensions(?:\[|\.)(\d+)\]?/, 'pauses[$1]')
}

export function faultAt(place: string): Faults[string] {
  if (place === 'accepted') return 'acceptedOnFault'
  if (place === 'budget') return 'budgetFault'
  if (/\.from$/.test(place)) return 'fromFault'
  return /\.to$/.test(place) ? 'toFault' : 'otherFault'
}

export function inputOf(question: Question): DueDateInput {
  const hours = question.unit === 'HOURS'
  const bound = (text: string) => (hours ? instant(text) : text)
  return {
    acceptedOn: hours ? null : question.accepted,
    acceptedAt: hours ? instant(question.accepted) : null,
    budget: Number(question.budget),
    unit: question.unit,
    suspensions: question.pauses.map(({ from, to }) => ({ from: bound(from), to: to ? bound(to) : null })),
  }
}
