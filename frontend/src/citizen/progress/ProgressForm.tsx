import { useEffect, useRef } from 'preact/hooks'
import { bareDigits, grouped } from '../case-number'
import { Field } from '../Field'
import { useWords } from '../language'
import { words } from './words'

export interface Entry {
  number: string
  password: string
}

export interface Faults {
  number?: 'numberLength' | 'numberDigit'
  password?: 'passwordWrong'
  whole?: 'failed' | 'offline' | 'trouble' | 'refused'
}

interface ProgressFormProps {
  entry: Entry
  faults: Faults
  asking: boolean
  onChange: (entry: Entry) => void
  onSubmit: () => void
}

/** Only a whole number is set in groups: regrouping under the finger moves the cursor. */
const tidy = (typed: string) => (/^\d{19}$/.test(bareDigits(typed)) ? grouped(bareDigits(typed)) : typed)

export function ProgressForm({ entry, faults, asking, onChange, onSubmit }: ProgressFormProps) {
  const { t } = useWords(words)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])

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
      <Field
        id="number"
        class="figures"
        label={t('number')}
        hint={t('numberHint')}
        fault={faults.number && t(faults.number)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={tidy(entry.number)}
        onText={(number) => onChange({ ...entry, number })}
      />
      <Field
        id="password"
        class="figures"
        label={t('password')}
        hint={t('passwordHint')}
        fault={faults.password && t(faults.password)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={entry.password}
        onText={(password) => onChange({ ...entry, password })}
      />
      <div role="alert">{faults.whole && <p class="fault">{t(faults.whole)}</p>}</div>
      <button type="submit" class="primary" aria-disabled={asking}>
        {t(asking ? 'asking' : 'show')}
      </button>
      <small>{t('privacy')}</small>
    </form>
  )
}
