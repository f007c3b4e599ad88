import type { ProcedureFullFragment, ProcedureStepInput } from '@/gql/staff/graphql'

/** A step being edited; the key keeps its row while it moves. */
export type EditedStep = ProcedureStepInput & { key: string; childItemName?: string | null }

let made = 0
const key = () => `step-${(made += 1)}`

export const editable = (steps: ProcedureFullFragment['steps']): EditedStep[] =>
  steps.map((step) => ({
    key: key(),
    stage: step.stage,
    stageName: step.stageName,
    name: step.name,
    unitId: step.unitId,
    lead: step.lead,
    limitDays: step.limitDays,
    childItemId: step.childItemId ?? null,
    childItemName: step.childItemName ?? null,
    silenceConsents: step.silenceConsents,
  }))

/** The first step leads its stage; the next ones join the last stage. */
export function freshStep(steps: readonly EditedStep[]): EditedStep {
  const last = steps.at(-1)
  return {
    key: key(),
    stage: last?.stage ?? 1,
    stageName: last?.stageName ?? '',
    name: '',
    unitId: '',
    lead: !last,
    limitDays: 3,
    childItemId: null,
    silenceConsents: false,
  }
}

/** One step at another place; it takes the stage it comes to lie in. */
export function movedTo(steps: readonly EditedStep[], from: number, to: number): EditedStep[] {
  const moving = steps[from]
  const there = steps[to]
  if (!moving || !there || from === to) return [...steps]
  const rest = steps.filter((_, at) => at !== from)
  rest.splice(to, 0, { ...moving, stage: there.stage, stageName: there.stageName })
  return rest
}

/** As the server takes it: without the row's key and what is only shown. */
export function inputOf(step: EditedStep): ProcedureStepInput {
  const { stage, stageName, name, unitId, lead, limitDays, childItemId, silenceConsents } = step
  return { stage, stageName, name, unitId, lead, limitDays, childItemId, silenceConsents }
}
