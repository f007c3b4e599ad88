import { useEffect, useRef } from 'preact/hooks'
import type { BudgetUnit } from '@/gql/citizen/graphql'
import { Field } from '../Field'
import { useWords } from '../language'
import { withUnit, type Faults, type Question } from './question'
import { units, words } from './words'

interface CalculatorFormProps {
  question: Question
  faults: Faults
  asking: boolean
  onChange: (question: Question) => void
  onSubmit: () => void
}

export function CalculatorForm({ question, faults, asking, onChange, onSubmit }: CalculatorFormProps) {
  const { t } = useWords(words)
  const { t: unit } = useWords(units)
  const form = useRef<HTMLFormElement>(null)
  const hours = question.unit === 'HOURS'
  const kind = hours ? 'datetime-local' : 'date'
  const fault = (place: string) => {
    const key = faults[place]
    return key && t(key)
  }

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])

  const setPause = (n: number, part: Partial<Question['pauses'][number]>) =>
    onChange({ ...question, pauses: question.pauses.map((pause, at) => (at === n ? { ...pause, ...part } : pause)) })

  return (
    <form
      class="card"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <h1>{t('title')}</h1>
      <p class="hint">{t('intro')}</p>
      <Field
        id="accepted"
        type={kind}
        label={t(hours ? 'acceptedAt' : 'acceptedOn')}
        hint={t(hours ? 'acceptedAtHint' : 'acceptedOnHint')}
        fault={fault('accepted')}
        value={question.accepted}
        onText={(accepted) => onChange({ ...question, accepted })}
      />
      <div class="pair">
        <Field
          id="budget"
          label={t('budget')}
          fault={fault('budget')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={question.budget}
          onText={(budget) => onChange({ ...question, budget })}
        />
        <div class="field">
          <label for="unit">{t('unit')}</label>
          <select
            id="unit"
            value={question.unit}
            onChange={(event) => onChange(withUnit(question, event.currentTarget.value as BudgetUnit))}
          >
            {(['WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS'] as const).map((one) => (
              <option value={one} key={one}>
                {unit(one)}
              </option>
            ))}
          </select>
        </div>
      </div>

      <fieldset>
        <legend>{t('suspensions')}</legend>
        {question.pauses.map((pause, n) => (
          <fieldset class="pause" key={n}>
            <legend>{t('suspension', { n: n + 1 })}</legend>
            <Field
              id={`from-${n}`}
              type={kind}
              label={t('from')}
              fault={fault(`pauses[${n}].from`) || fault(`pauses[${n}]`)}
              value={pause.from}
              onText={(from) => setPause(n, { from })}
            />
            <Field
              id={`to-${n}`}
              type={kind}
              label={t('to')}
              fault={fault(`pauses[${n}].to`)}
              value={pause.to}
              onText={(to) => setPause(n, { to })}
            />
            <button
              type="button"
              onClick={() => onChange({ ...question, pauses: question.pauses.filter((_, at) => at !== n) })}
            >
              {t('remove')}
            </button>
          </fieldset>
        ))}
        <button
          type="button"
          onClick={() => onChange({ ...question, pauses: [...question.pauses, { from: '', to: '' }] })}
        >
          {t('add')}
        </button>
      </fieldset>

      <button type="submit" class="primary" aria-disabled={asking}>
        {t(asking ? 'calculating' : 'calculate')}
      </button>
    </form>
  )
}
