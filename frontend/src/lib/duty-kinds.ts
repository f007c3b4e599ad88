import type { DutyKind } from '@/gql/staff/graphql'

/** As one may narrow the queue and the board; legal.dutyKinds has their words. */
export const DUTY_KINDS = [
  'CASE',
  'CASE_ACCEPTANCE',
  'CASE_DELIVERY',
  'CASE_OWED',
  'CASE_CHECK',
  'CASE_TAKEOVER',
  'CASE_STEP',
  'CASE_OPINION',
  'CONSULTATION',
  'CONSULTATION_TAKE',
  'ALERT',
] as const satisfies readonly DutyKind[]
