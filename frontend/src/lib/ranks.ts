import type { Light } from '@/gql/staff/graphql'

const LIGHTS: readonly Light[] = ['DARK', 'RED', 'YELLOW', 'GREEN', 'PAUSED', 'CLOSED']

/** The most urgent light first. */
export const lightRank = (light: Light) => LIGHTS.indexOf(light)

/** By the due moment; what is paused or has none stands last. */
export const dueRank = (duty: { dueAt?: string | null; dueOn?: string | null } | null | undefined) => duty?.dueAt ?? duty?.dueOn ?? ''
