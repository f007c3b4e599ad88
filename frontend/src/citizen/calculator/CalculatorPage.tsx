import { useEffect, useRef, useState } from 'preact/hooks'
import { DueDateDocument, type DueDateQuery } from '@/gql/citizen/graphql'
import { ask, AskFailed } from '../ask'
import { useWords } from '../language'
import { CalculatorForm } from './CalculatorForm'
import { CalculatorResult } from './CalculatorResult'
import { faultAt, faultsOf, firstQuestion, inputOf, placeOf, queryOf, questionOf, type Faults, type Question } from './question'
import { words } from './words'

type Answer = DueDateQuery['dueDate']

/** The question is the address: a link opens the same calculation. */
export function CalculatorPage() {
  const { t } = useWords(words)
  const [question, setQuestion] = useState<Question>(() => questionOf(location.search) || firstQuestion())
  const [faults, setFaults] = useState<Faults>({})
  const [failed, setFailed] = useState<'offline' | 'trouble' | null>(null)
  const [answered, setAnswered] = useState<{ question: Question; answer: Answer } | null>(null)
  const [asking, setAsking] = useState(false)
  const turnRef = useRef(0)

  const change = (next: Question) => {
    setQuestion(next)
    setFaults({})
  }

  const calculate = async (now: Question) => {
    const mine = ++turnRef.current
    const found = faultsOf(now)
    setFaults(found)
    setFailed(null)
    if (Object.keys(found).length > 0) return setAnswered(null)
    history.replaceState(null, '', queryOf(now))
    setAsking(true)
    try {
      const { dueDate } = await ask(DueDateDocument, { input: inputOf(now) })
      if (mine === turnRef.current) setAnswered({ question: now, answer: dueDate })
    } catch (failure) {
      if (mine !== turnRef.current) return
      setAnswered(null)
      const known = failure instanceof AskFailed ? failure : null
      if (known?.field) setFaults({ [placeOf(known.field)]: faultAt(placeOf(known.field)) })
      else setFailed(known?.code === 'OFFLINE' ? 'offline' : 'trouble')
    } finally {
      if (mine === turnRef.current) setAsking(false)
    }
  }

  useEffect(() => {
    const shared = questionOf(location.search)
    if (shared) void calculate(shared)
    // Only what the address said when the page was opened.
  }, [])

  return (
    <>
      <CalculatorForm
        question={question}
        faults={faults}
        asking={asking}
        onChange={change}
        onSubmit={() => void calculate(question)}
      />
      <div role="alert">{failed && <p class="card fault">{t(failed)}</p>}</div>
      <section aria-live="polite" aria-busy={asking}>
        {answered ? <CalculatorResult {...answered} key={queryOf(answered.question)} /> : <p class="card hint">{t('empty')}</p>}
      </section>
    </>
  )
}
