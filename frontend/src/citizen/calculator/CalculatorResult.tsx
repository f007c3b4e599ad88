import { useState } from 'preact/hooks'
import type { DueDateQuery } from '@/gql/citizen/graphql'
import { dayInWords, momentInWords } from '../days'
import { Expected } from '../Expected'
import { useWords } from '../language'
import { DayTable } from './DayTable'
import type { Question } from './question'
import { units, words } from './words'

type Answer = DueDateQuery['dueDate']

/** The asynchronous clipboard needs https; the demo is served over plain http. */
function copyAddress(): boolean {
  const box = document.createElement('textarea')
  box.value = location.href
  document.body.appendChild(box)
  box.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    box.remove()
  }
}

export function CalculatorResult({ question, answer }: { question: Question; answer: Answer }) {
  const { t } = useWords(words)
  const { t: unit } = useWords(units)
  const [copied, setCopied] = useState<'copied' | 'copyYourself' | null>(null)
  const hours = question.unit === 'HOURS'

  return (
    <div class="card">
      <p class="print-only">
        {question.accepted.replace('T', ' ')} + {question.budget} {unit(question.unit)}
        {question.pauses.map((pause) => ` · ${pause.from.replace('T', ' ')} ~ ${pause.to.replace('T', ' ')}`)}
      </p>
      {answer.paused ? (
        <div class="notice">
          <p class="strong">{t('paused')}</p>
          <p>{t('pausedWhy')}</p>
        </div>
      ) : (
        <div class="answer">
          <h2>{t('due')}</h2>
          {answer.dueOn && <Expected day={answer.dueOn} at={hours ? answer.dueAt : null} provisional={answer.provisional} />}
          {answer.provisional && <p>{t('provisionalWhy')}</p>}
          <Yellow answer={answer} hours={hours} />
        </div>
      )}
      {answer.trace.length > 0 && <DayTable trace={answer.trace} dueOn={answer.dueOn} />}
      <p class="actions">
        <button type="button" onClick={() => setCopied(copyAddress() ? 'copied' : 'copyYourself')}>
          {t('copy')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <span role="status">{copied && t(copied)}</span>
      </p>
    </div>
  )
}

function Yellow({ answer, hours }: { answer: Answer; hours: boolean }) {
  const { t, language } = useWords(words)
  const from = hours && answer.yellowAt ? momentInWords(answer.yellowAt, language) : answer.yellowOn && dayInWords(answer.yellowOn, language)
  return <p>{from ? `${t('yellow')}${language === 'en' ? ' ' : '：'}${from}` : t('noYellow')}</p>
}
