import { useTranslation } from 'react-i18next'
import type { Mandate } from '@/gql/staff/graphql'

interface AgentSeen {
  name: string
  idNumber?: string | null
  mandate?: Mandate | null
  until?: string | null
}

/** An agent in one line, as masked as he comes. */
export function useAgentWords() {
  const { t } = useTranslation()
  return ({ name, idNumber, mandate, until }: AgentSeen) =>
    [name, idNumber, mandate && t(`cases.mandates.${mandate}`), until && t('cases.untilDay', { day: until })].filter(Boolean).join(' · ')
}
