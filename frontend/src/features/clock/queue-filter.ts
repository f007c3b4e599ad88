import { parseAsString, parseAsStringLiteral } from 'nuqs'
import type { DutyFilter, DutyKind, DutyMark, Light } from '@/gql/staff/graphql'
import { DUTY_KINDS } from '@/lib/duty-kinds'

export const OPEN_LIGHTS = ['GREEN', 'YELLOW', 'RED', 'DARK', 'PAUSED'] as const satisfies readonly Light[]

export const MARKS = ['GREEN_CHANNEL', 'ARRIVED'] as const satisfies readonly DutyMark[]

/** ?light=RED&kind=CASE&unit=17: what the board links to and what a colleague can be sent. */
export const queueParams = {
  light: parseAsStringLiteral(OPEN_LIGHTS),
  kind: parseAsStringLiteral(DUTY_KINDS),
  unit: parseAsString,
  /** mine, nobody, or a colleague's id */
  hands: parseAsString,
  mark: parseAsStringLiteral(MARKS),
}

export const ALL_UNITS = 'all'
/** of one's own posts and of those one stands in for */
export const OWN_UNITS = 'own'

interface Chosen {
  light: Light | null
  kind: DutyKind | null
  unit: string | null
  hands: string | null
  mark: DutyMark | null
}

/** No unit chosen means the viewer's own; who has none sees every unit in his reach. */
export function dutyFilter({ light, kind, unit, hands, mark }: Chosen, ownUnit: string | undefined, viewerId: string): DutyFilter {
  const chosen = unit ?? ownUnit ?? ALL_UNITS
  return {
    ...(light && { light }),
    ...(kind && { kind }),
    ...(mark && { mark }),
    ...(hands === 'mine' && { assigneeId: viewerId }),
    ...(hands === 'nobody' && { unassigned: true }),
    ...(hands && hands !== 'mine' && hands !== 'nobody' && { assigneeId: hands }),
    ...(chosen !== OWN_UNITS && (chosen === ALL_UNITS ? { allUnits: true } : { unitId: chosen })),
  }
}

/** The unit a queue opens with: the only one, all of one's own, or every unit of a viewer without any. */
export const firstUnit = (units: readonly { id: string }[]): string | undefined =>
  units.length > 1 ? OWN_UNITS : units[0]?.id
