import { parseAsString, parseAsStringLiteral } from 'nuqs'
import type { DutyFilter, Light } from '@/gql/staff/graphql'

export const OPEN_LIGHTS = ['GREEN', 'YELLOW', 'RED', 'DARK', 'PAUSED'] as const satisfies readonly Light[]

/** ?light=RED&unit=17: what the board links to and what a colleague can be sent. */
export const queueParams = { light: parseAsStringLiteral(OPEN_LIGHTS), unit: parseAsString }

export const ALL_UNITS = 'all'

interface Chosen {
  light: Light | null
  unit: string | null
}

/** No unit chosen means the viewer's own; who has none sees every unit in his reach. */
export function dutyFilter({ light, unit }: Chosen, ownUnit: string | undefined): DutyFilter {
  const chosen = unit ?? ownUnit ?? ALL_UNITS
  return {
    ...(light && { light }),
    ...(chosen === ALL_UNITS ? { allUnits: true } : { unitId: chosen }),
  }
}
