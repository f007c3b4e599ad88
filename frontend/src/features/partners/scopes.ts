import type { PartnerScope } from '@/gql/staff/graphql'

export const SCOPES = ['CASE_SUBMIT', 'CASE_READ'] as const satisfies readonly PartnerScope[]

/** A scope as tokens carry it, as the word's key: case.submit → CASE_SUBMIT. */
export const scopeKey = (scope: string) => scope.replaceAll('.', '_').toUpperCase()
