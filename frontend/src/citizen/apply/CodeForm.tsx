import { useEffect, useState } from 'preact/hooks'
import { bareDigits } from '../case-number'
import { Field } from '../Field'
import { useWords } from '../language'
import type { Fault } from './Application'
import { FaultLine } from './FaultLine'
import { StepTitle } from './StepTitle'
import { words } from './words'

const PAUSE_S = 60

interface CodeFormProps {
  mobile: string
  sentAt: number
  fault: Fault
  working: boolean
  onConfirm: (code: string) => void
  onResend: () => void
  onBack: () => void
}

export function CodeForm({ mobile, sentAt, fault, working, onConfirm, onResend, onBack }: CodeFormProps) {
  const { t } = useWords(words)
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const [left, setLeft] = useState(PAUSE_S)

  useEffect(() => {
    const look = () => setLeft(Math.max(0, PAUSE_S - Math.floor((Date.now() - sentAt) / 1000)))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [sentAt])

  const submit = (event: Event) => {
    event.preventDefault()
    const digits = bareDigits(code)
    setShort(digits.length !== 6)
    if (digits.length === 6) onConfirm(digits)
  }

  return (
    <form class="card" noValidate onSubmit={submit}>
      <StepTitle n={2} />
      <p>{t('codeSent', { mobile: masked(mobile) })}</p>
      <Field
        id="code"
        class="figures"
        label={t('code')}
        hint={t('codeHint')}
        fault={short ? t('codeShort') : undefined}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onText={setCode}
      />
      <FaultLine fault={fault} />
      <button type="submit" class="primary" aria-disabled={working}>
        {t(working ? 'working' : 'confirm')}
      </button>
      <p class="actions">
        {left > 0 ? (
          <span class="hint">{t('resendIn', { n: left })}</span>
        ) : (
          <button type="button" aria-disabled={working} onClick={onResend}>
            {t('resend')}
          </button>
        )}
        <button type="button" onClick={onBack}>
          {t('back')}
        </button>
      </p>
    </form>
  )
}

/** 138 **** 8000 */
export const masked = (mobile: string) => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
