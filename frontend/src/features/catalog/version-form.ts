import type { ItemContentInput, MaterialReuse } from '@/gql/staff/graphql'
import type { FullVersion } from './VersionScreen'

interface MaterialFields {
  name: string
  required: boolean
  issuer: string
  reuse: MaterialReuse
  reuseDays?: number | null
}

/** The form's values: lists are typed one entry a line. */
export interface VersionFields {
  content: Omit<ItemContentInput, 'conditions' | 'steps' | 'materials'> & {
    conditions: string
    steps: string
    materials: MaterialFields[]
  }
}

const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function fieldsOf({ content, materials }: FullVersion): VersionFields {
  return {
    content: {
      ...content,
      conditions: content.conditions.join('\n'),
      steps: content.steps.join('\n'),
      materials: materials.map(({ name, required, issuer, reuse, reuseDays }) => ({ name, required, issuer, reuse, reuseDays })),
    },
  }
}

export function contentOf({ content }: VersionFields): ItemContentInput {
  return {
    name: content.name,
    mainItem: content.mainItem ?? '',
    approvalType: content.approvalType,
    statutoryLimit: content.statutoryLimit ?? null,
    promisedLimit: content.promisedLimit ?? null,
    limitUnit: content.limitUnit,
    legalBasis: content.legalBasis ?? '',
    conditions: linesOf(content.conditions),
    steps: linesOf(content.steps),
    visits: content.visits ?? null,
    fee: content.fee ?? '',
    onlineDepth: content.onlineDepth,
    contact: content.contact ?? '',
    materials: (content.materials ?? []).map((one) => ({
      name: one.name,
      required: one.required ?? true,
      issuer: one.issuer ?? '',
      reuse: one.reuse ?? 'NEVER',
      reuseDays: one.reuse === 'SAME_APPLICANT' ? (one.reuseDays ?? null) : null,
    })),
  }
}
