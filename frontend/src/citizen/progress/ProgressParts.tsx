import { useState } from 'preact/hooks'
import { dayInWords } from '../days'
import { Field } from '../Field'
import { useWords } from '../language'
import type { Progress } from './ProgressView'
import { moveKinds, stepStates, words } from './words'

export type Act = 'supplement' | 'withdraw'

interface ActProps {
  progress: Progress
  asking: boolean
  onAct: (act: Act, text: string) => void
}

/** What the applicant owes, and a line to tell the window that it was sent. */
export function Asked({ progress, asking, onAct }: ActProps) {
  const { t, language } = useWords(words)
  const [text, setText] = useState('')
  if (progress.missing.length === 0 && progress.owed.length === 0) return null
  return (
    <section class="notice">
      {progress.missing.length > 0 && <h2>{t('missing')}</h2>}
      <ul lang="zh-CN">
        {progress.missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {progress.missingUntil && (
        <p>
          {t('missingUntil')} {dayInWords(progress.missingUntil, language)}
        </p>
      )}
      {progress.owed.length > 0 && <h2>{t('owed')}</h2>}
      <ul lang="zh-CN">
        {progress.owed.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Field id="sent" label={t('sendWhat')} maxLength={300} value={text} onText={setText} />
      <button type="button" aria-disabled={asking || !text.trim()} onClick={() => text.trim() && onAct('supplement', text)}>
        {t('send')}
      </button>
    </section>
  )
}

export function Stages({ steps }: { steps: Progress['steps'] }) {
  const { t } = useWords(words)
  const { t: state } = useWords(stepStates)
  if (steps.length === 0) return null
  return (
    <>
      <h2>{t('stages')}</h2>
      <ol class="history">
        {steps.map((one) => (
          <li key={`${one.stage} ${one.name}`}>
            <span class="strong" lang="zh-CN">
              {one.name}
            </span>
            <span lang="zh-CN">{one.unit}</span>
            <span>{state(one.state)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Every change of the expected day with its cause. */
export function Moves({ moves }: { moves: Progress['moves'] }) {
  const { t, language } = useWords(words)
  const { t: kind } = useWords(moveKinds)
  if (moves.length === 0) return null
  const day = (on: string | null | undefined) => (on ? dayInWords(on, language) : '—')
  return (
    <>
      <h2>{t('moves')}</h2>
      <ol class="history">
        {moves.map((one) => (
          <li key={one.at + one.kind}>
            <span class="strong">{kind(one.kind)}</span>
            <span>
              {day(one.oldDueOn)} → {day(one.newDueOn)}
            </span>
            {one.cause && <span lang="zh-CN">{one.cause}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Asked for twice: a button opens the question, the reason closes the case. */
export function Withdraw({ progress, asking, onAct }: ActProps) {
  const { t } = useWords(words)
  const [text, setText] = useState('')
  if (!progress.canWithdraw) return null
  return (
    <details>
      <summary>{t('withdraw')}</summary>
      <Field id="why" label={t('withdrawWhy')} maxLength={300} value={text} onText={setText} />
      <button type="button" aria-disabled={asking || !text.trim()} onClick={() => text.trim() && onAct('withdraw', text)}>
        {t('withdrawNow')}
      </button>
    </details>
  )
}
