import { parseAsString, parseAsStringLiteral } from 'nuqs'
import type { AccountFilter, AccountState, Role } from '@/gql/staff/graphql'

/** Operators stand in no district. */
export const DISTRICT_ROLES = [
  'WINDOW_CLERK',
  'DEPARTMENT_OFFICER',
  'DEPARTMENT_HEAD',
  'SUB_DISTRICT_ADMIN',
  'DISTRICT_ADMIN',
  'SUPERVISOR',
  'LEADER',
  'AUDITOR',
] as const satisfies readonly Role[]

const OF_UNITS: readonly Role[] = ['WINDOW_CLERK', 'DEPARTMENT_OFFICER', 'DEPARTMENT_HEAD']

/** Clerks, officers and heads work in a unit. */
export const worksInUnit = (role: Role | undefined): boolean => role !== undefined && OF_UNITS.includes(role)

export const STATES = ['ACTIVE', 'FIRST_PASSWORD', 'DISABLED'] as const satisfies readonly AccountState[]

/** ?q=zhang&unit=…&role=WINDOW_CLERK&state=DISABLED */
export const accountParams = {
  q: parseAsString,
  unit: parseAsString,
  role: parseAsStringLiteral(DISTRICT_ROLES),
  state: parseAsStringLiteral(STATES),
}

export interface AccountChoice {
  q: string | null
  unit: string | null
  role: (typeof DISTRICT_ROLES)[number] | null
  state: (typeof STATES)[number] | null
}

export const accountFilter = ({ unit, role, state }: AccountChoice): AccountFilter => ({
  ...(unit && { unitId: unit }),
  ...(role && { role }),
  ...(state && { state }),
})
