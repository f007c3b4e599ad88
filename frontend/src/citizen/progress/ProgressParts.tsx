import { useEffect, useState } from 'preact/hooks'
import { Choice } from '../Choice'
import { dayInWords } from '../days'
import { Field } from '../Field'
import { useWords } from '../language'
import type { Entry } from './ProgressForm'
import type { Supplement } from './Supplement'
import type { Progress } from './ProgressView'
import { moveKinds, stepStates, words } from './words'

export type Act = 'supplement' | 'withdraw' | 'news' | 'noNews'

interface ActProps {
  progress: Progress
  asking: boolean
  onAct: (act: Act, text: string) => void
}

/** The part that sends files is loaded when something is asked for. */
function useSupplement(asked: boolean) {
  const [part, setPart] = useState<{ Supplement: typeof Supplement } | null>(null)
  useEffect(() => {
    if (asked) void import('./Supplement').then(setPart)
  }, [asked])
  return part
}

/** What was served electronically. */
export function Served({ files, asking, onOpen }: { files: Progress['files']; asking: boolean; onOpen: (fileId: string) => void }) {
  const { t } = useWords(words)
  if (files.length === 0) return null
  return (
    <section class="notice">
      <h2>{t('served')}</h2>
      {files.map(({ id, name }) => (
        <p key={id}>
          <button type="button" class="primary" aria-disabled={asking} onClick={() => onOpen(id)}>
            {t('openFile')} <span lang="zh-CN">{name}</span>
          </button>
        </p>
      ))}
    </section>
  )
}

/** What the applicant owes, and the way to send it. */
export function Asked({ progress, asking, onAct, entry }: ActProps & { entry: Entry }) {
  const { t, language } = useWords(words)
  const asked = progress.missing.length > 0 || progress.owed.length > 0
  const part = useSupplement(asked)
  if (!asked) return null
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
      {progress.owedUntil && (
        <p>
          {t('owedUntil')} {dayInWords(progress.owedUntil, language)}
        </p>
      )}
      {part && <part.Supplement entry={entry} asking={asking} history={progress.history} onSend={(text) => onAct('supplement', text)} />}
    </section>
  )
}

/** Told by SMS or not, as he wishes. */
export function News({ progress, asking, onAct }: ActProps) {
  const { t } = useWords(words)
  const { news } = progress
  const [wished, setWished] = useState(news === true)
  useEffect(() => setWished(news === true), [progress, news])
  if (news === null || news === undefined) return null
  const choose = (next: boolean) => {
    setWished(next) // at once; what comes back has the last word
    if (!asking) onAct(next ? 'news' : 'noNews', '')
  }
  return (
    <div class="screen-only">
      <Choice type="checkbox" name="news" chosen={wished} onChoose={choose}>
        {t('news')}
      </Choice>
    </div>
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
    <details class="screen-only">
      <summary>{t('withdraw')}</summary>
      <Field id="why" label={t('withdrawWhy')} maxLength={300} value={text} onText={setText} />
      <button type="button" aria-disabled={asking || !text.trim()} onClick={() => text.trim() && onAct('withdraw', text)}>
        {t('withdrawNow')}
      </button>
    </details>
  )
}
