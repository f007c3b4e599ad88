import { randomKey } from '@/lib/random-key'
import { recall, remember } from '../storage'

/** What the citizen has chosen so far. */
export interface Draft {
  grade: number | null
  options: string[]
  comment: string
}

/** What was sent, word for word, with the key that makes sending it twice harmless. */
export interface Submission {
  idempotencyKey: string
  grade: number
  optionVersion: number
  options: string[]
  comment: string | null
}

export interface Receipt {
  number: string
  at: string
}

interface Kept {
  draft: Draft
  /** sent, and nobody knows whether it arrived */
  pending: Submission | null
  receipt: Receipt | null
}

export const COMMENT_LIMIT = 500
export const EMPTY: Draft = { grade: null, options: [], comment: '' }

/** Grades 1 and 2 say what was wrong (GB/T 39734-2020); the better ones may. */
export const needsReason = (grade: number | null): boolean => grade !== null && grade <= 2

export const isComplete = (draft: Draft): boolean =>
  draft.grade !== null && (!needsReason(draft.grade) || draft.options.length > 0)

/** Another grade has other options; the text stays. */
export const withGrade = (draft: Draft, grade: number): Draft =>
  draft.grade === grade ? draft : { ...draft, grade, options: [] }

export const withOption = (draft: Draft, code: string): Draft => ({
  ...draft,
  options: draft.options.includes(code)
    ? draft.options.filter((other) => other !== code)
    : [...draft.options, code],
})

/** The list of options may have changed since the draft was written. */
export function fitting(draft: Draft, form: { grades: { grade: number; options: { code: string }[] }[] }): Draft {
  const chosen = form.grades.find(({ grade }) => grade === draft.grade)
  return chosen
    ? { ...draft, options: draft.options.filter((code) => chosen.options.some((one) => one.code === code)) }
    : { ...draft, grade: null, options: [] }
}

/** Keeps one link's draft on this phone over a reload. The full token is no part of the name under which it is kept. */
export class Desk {
  private readonly name: string
  private kept: Kept

  constructor(token: string) {
    this.name = `lianban.rate.${token.slice(0, 8)}`
    this.kept = { draft: EMPTY, pending: null, receipt: null, ...recall<Kept>('sessionStorage', this.name) }
  }

  get draft(): Draft {
    return this.kept.draft
  }

  get pending(): Submission | null {
    return this.kept.pending
  }

  get receipt(): Receipt | null {
    return this.kept.receipt
  }

  write(draft: Draft): void {
    this.keep({ draft })
  }

  /** The same content under the same key until somebody has answered; changed content is another submission. */
  submission(optionVersion: number): Submission {
    const { grade, options, comment } = this.kept.draft
    if (grade === null) throw new Error('no grade chosen')
    const content = { grade, optionVersion, options: [...options].sort(), comment: comment.trim() || null }
    const old = this.kept.pending
    const same = old && JSON.stringify({ ...old, idempotencyKey: '' }) === JSON.stringify({ ...content, idempotencyKey: '' })
    const pending = same ? old : { ...content, idempotencyKey: randomKey() }
    this.keep({ pending })
    return pending
  }

  /** Refused: it did not arrive and may be changed. */
  refused(): void {
    this.keep({ pending: null })
  }

  /** Arrived: the grade leaves the phone, the receipt stays. */
  arrived(receipt: Receipt): void {
    this.keep({ draft: EMPTY, pending: null, receipt })
  }

  private keep(part: Partial<Kept>): void {
    this.kept = { ...this.kept, ...part }
    remember('sessionStorage', this.name, this.kept)
  }
}
