import type { TFunction } from 'i18next'
import type { Words } from '@/lib/export-words'
import type { AuditEntriesQuery } from '@/gql/staff/graphql'

export type Entry = AuditEntriesQuery['auditEntries']['nodes'][number]

/** What is read of a cell: the words people use, without what the seal covers. */
export interface Told {
  words: string
  raw: string
}

/** Acts have dots in their names, so they are looked up, not walked to. */
export const actWords = (t: TFunction) => t('audit.acts', { returnObjects: true }) as Record<string, string>

const joined = (parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

export function actorTold({ actor, by }: Entry, t: TFunction): Told {
  const kind = t(`audit.actors.${by.kind}`)
  const place = by.unit ?? (by.role && t(`roles.${by.role}`))
  return { raw: actor, words: joined([by.kind === 'PARTNER' && kind, by.name ?? kind, place, by.absent && `${t('audit.actors.FOR')} ${by.absent}`]) }
}

export const actTold = ({ action }: Entry, acts: Record<string, string>): Told => ({ raw: action, words: acts[action] ?? '' })

export function subjectTold({ subject, about }: Entry, t: TFunction): Told {
  const kinds = t('audit.kinds', { returnObjects: true }) as Record<string, string>
  return { raw: subject, words: joined([kinds[subject.split(':')[0] ?? ''], about?.name]) }
}

/** A file says both; the server's says the same. */
export const text = ({ words, raw }: Told) => joined([words, raw])

/** What the server needs to say the same in a long file. */
export const trailWords = (t: TFunction): Words => ({
  actor: { ...(t('roles', { returnObjects: true }) as Record<string, string>), ...(t('audit.actors', { returnObjects: true }) as Record<string, string>) },
  action: actWords(t),
  subject: t('audit.kinds', { returnObjects: true }) as Record<string, string>,
  sealed: { true: t('audit.yes'), false: t('audit.notYet') },
})

const SCREENS: Readonly<Record<string, string>> = {
  account: '/accounts',
  alert: '/alerts',
  case: '/cases',
  consultation: '/consultations',
  item: '/items',
  unit: '/organisation',
}

/** Where the record is opened; null: it has no screen, or not for this viewer. */
export function screenOf({ subject, about }: Entry): string | null {
  const screen = SCREENS[subject.split(':')[0] ?? '']
  return screen && about?.id ? `${screen}/${about.id}` : null
}
