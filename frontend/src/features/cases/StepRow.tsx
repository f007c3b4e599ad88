import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { UnitChoice } from '@/components/UnitChoice'
import { ChildItem } from './ChildItem'
import type { EditedStep } from './procedure-edit'

interface StepRowProps {
  step: EditedStep
  place: number
  last: number
  onChange: (part: Partial<EditedStep>) => void
  onMove: (to: number) => void
  onRemove: () => void
  onDrag: () => void
  onDrop: () => void
}

/** One step of a draft: dragged by the mouse, moved by buttons. */
export function StepRow({ step, place, last, onChange, onMove, onRemove, onDrag, onDrop }: StepRowProps) {
  const { t } = useTranslation()
  const number = (text: string, most: number) => Math.min(most, Math.max(1, Number.parseInt(text, 10) || 1))
  return (
    <li
      className="procedure-step"
      draggable
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <label>
        {t('steps.stageNo')}
        <input type="number" min={1} max={20} value={step.stage} onChange={(event) => onChange({ stage: number(event.target.value, 20) })} />
      </label>
      <label>
        {t('steps.stageName')}
        <input maxLength={100} value={step.stageName} onChange={(event) => onChange({ stageName: event.target.value })} />
      </label>
      <label>
        {t('steps.stepName')}
        <input maxLength={100} value={step.name} onChange={(event) => onChange({ name: event.target.value })} />
      </label>
      <UnitChoice label={t('steps.unit')} value={step.unitId} onChange={(unitId) => onChange({ unitId })} special={[['', '—']]} />
      <label>
        {t('steps.limitDays')}
        <input type="number" min={1} max={60} value={step.limitDays} onChange={(event) => onChange({ limitDays: number(event.target.value, 60) })} />
      </label>
      {!step.lead && (
        <ChildItem
          name={step.childItemName ?? ''}
          onPick={(item) =>
            onChange({ childItemId: item?.id ?? null, childItemName: item?.name ?? null, ...(item ? { silenceConsents: false } : {}) })
          }
        />
      )}
      <label className="tick">
        <input type="checkbox" checked={step.lead} onChange={(event) => onChange({ lead: event.target.checked, silenceConsents: false, childItemId: null, childItemName: null })} />
        {t('steps.isLead')}
      </label>
      <label className="tick">
        <input
          type="checkbox"
          disabled={step.lead || step.childItemId != null}
          checked={step.silenceConsents}
          onChange={(event) => onChange({ silenceConsents: event.target.checked })}
        />
        {t('steps.silence')}
      </label>
      <span className="procedure-moves">
        <Button disabled={place === 0} onClick={() => onMove(place - 1)} aria-label={`${t('steps.up')} ${step.name}`}>
          ↑
        </Button>
        <Button disabled={place === last} onClick={() => onMove(place + 1)} aria-label={`${t('steps.down')} ${step.name}`}>
          ↓
        </Button>
        <Button danger onClick={onRemove} aria-label={`${t('steps.remove')} ${step.name}`}>
          {t('steps.remove')}
        </Button>
      </span>
    </li>
  )
}
