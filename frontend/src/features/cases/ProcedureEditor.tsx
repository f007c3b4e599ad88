import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { ProcedurePublishDocument, ProcedureSaveDocument, type ProcedureFullFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { editable, freshStep, inputOf, movedTo, type EditedStep } from './procedure-edit'
import { StepRow } from './StepRow'

interface ProcedureEditorProps {
  draft: ProcedureFullFragment
  onDone: () => void
}

/** A draft's steps, by keyboard or by dragging; saved as a whole. */
export function ProcedureEditor({ draft, onDone }: ProcedureEditorProps) {
  const { t } = useTranslation()
  const [steps, setSteps] = useState<EditedStep[]>(() => editable(draft.steps))
  const [joint, setJoint] = useState(draft.joint)
  const [version, setVersion] = useState(draft.version)
  const [dragged, setDragged] = useState<number | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [said, setSaid] = useState('')
  const saving = useAction(ProcedureSaveDocument)
  const publishing = useAction(ProcedurePublishDocument)
  const move = (from: number, to: number) => setSteps(movedTo(steps, from, to))

  const save = async (): Promise<number | null> => {
    setSaid('')
    const outcome = await saving.run({
      id: draft.id,
      expectedVersion: version,
      joint,
      steps: steps.map(inputOf),
    })
    if (!outcome.done || !outcome.result.procedure) {
      setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
      return null
    }
    setRefused({ errors: [] })
    setVersion(outcome.result.procedure.version)
    setSaid(t('steps.saved'))
    return outcome.result.procedure.version
  }
  const publish = async () => {
    const saved = await save()
    if (saved === null) return
    const outcome = await publishing.run({ id: draft.id, expectedVersion: saved })
    if (outcome.done) onDone()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <section className="card" aria-label={t('steps.version', { no: draft.no })}>
      <h3>
        {t('steps.version', { no: draft.no })} · {t('steps.procedureStates.DRAFT')}
      </h3>
      <p className="note">{t('steps.dragWhy')}</p>
      <label className="tick">
        <input type="checkbox" checked={joint} onChange={(event) => setJoint(event.target.checked)} />
        {t('steps.joint')}
      </label>
      <ol className="procedure">
        {steps.map((step, place) => (
          <StepRow
            key={step.key}
            step={step}
            place={place}
            last={steps.length - 1}
            onChange={(part) => setSteps(steps.map((one, at) => (at === place ? { ...one, ...part } : one)))}
            onMove={(to) => move(place, to)}
            onRemove={() => setSteps(steps.filter((_, at) => at !== place))}
            onDrag={() => setDragged(place)}
            onDrop={() => {
              if (dragged !== null) move(dragged, place)
              setDragged(null)
            }}
          />
        ))}
      </ol>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      <p role="status">{said}</p>
      <p className="note">{t('steps.publishWhy')}</p>
      <Button onClick={() => setSteps([...steps, freshStep(steps)])}>{t('steps.addStep')}</Button>{' '}
      <Button loading={saving.running} onClick={() => void save()}>
        {t('steps.save')}
      </Button>{' '}
      <Button type="primary" loading={publishing.running} onClick={() => void publish()}>
        {t('steps.publish')}
      </Button>
    </section>
  )
}
