import type { TFunction } from 'i18next'

/** What the screen says after a change was entered. */
export const savedWords = (change: { doneAt?: string | null; effectiveOn: string } | null | undefined, t: TFunction): string =>
  change && !change.doneAt ? t('organisation.savedPlanned', { day: change.effectiveOn }) : t('organisation.saved')
