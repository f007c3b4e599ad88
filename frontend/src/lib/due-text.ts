import type { TFunction } from 'i18next'
import { formatDay, formatInstant } from './time'

export interface Due {
  dueOn?: string | null
  dueAt?: string | null
  budgetUnit: string
  provisional: boolean
  light: string
}

/** The due date as words, for the screen's table and for its export alike. */
export function dueText(due: Due, t: TFunction, language: string, zone?: string): string {
  if (due.budgetUnit === 'HOURS' && due.dueAt) return formatInstant(due.dueAt, zone)
  if (due.dueOn) return formatDay(due.dueOn, language)
  return due.light === 'PAUSED' ? t('due.paused') : t('due.none')
}
