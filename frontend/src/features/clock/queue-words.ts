import type { TFunction } from 'i18next'
import type { CaseStatus, DutyKind } from '@/gql/staff/graphql'
import { weekdayWords, type Words } from '@/lib/export-words'
import { MARKS, OPEN_LIGHTS } from './queue-filter'

const KINDS: readonly Exclude<DutyKind, 'CASE'>[] = ['CASE_ACCEPTANCE', 'CASE_DELIVERY', 'CASE_OWED', 'CASE_CHECK', 'CASE_TAKEOVER', 'CASE_STEP', 'CASE_OPINION', 'ALERT']

/** What the queue shows for each code: the server writes a long export in the same words. */
export const queueWords = (t: TFunction, language: string): Words => ({
  light: Object.fromEntries(OPEN_LIGHTS.map((light) => [light, t(`lights.${light}`)])),
  item: Object.fromEntries(KINDS.map((kind) => [kind, t(`legal.dutyKinds.${kind}`)])),
  mark: Object.fromEntries(MARKS.map((mark) => [mark, t(`clock.marks.${mark}`)])),
  status: t('caseStatus', { returnObjects: true }) as Record<CaseStatus, string>,
  due: { ...weekdayWords(language), PAUSED: t('due.paused'), NONE: t('due.none'), PROVISIONAL: `(${t('due.provisional')})` },
})
