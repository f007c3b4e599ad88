import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { RatingOpenDocument, RatingSubmitDocument, type RatingOpenMutation } from '@/gql/citizen/graphql'
import { randomKey } from '@/lib/random-key'
import { ask, AskFailed } from '../ask'
import { keepTrying, type Trying } from '../keep-trying'
import { useWords } from '../language'
import { Message } from '../Message'
import { Desk, fitting, type Receipt, type Submission } from './desk'
import { InvalidLink, Sent } from './Endings'
import { RateForm } from './RateForm'
import { words } from './words'

export type Subject = NonNullable<RatingOpenMutation['ratingOpen']['subject']>

/** What a form may still mend; every other refusal is about the link and looks like every other. */
const MENDABLE = /(^|\.)(grade|options|comment)$/

type State =
  | { at: 'opening'; waiting: boolean }
  | { at: 'form'; subject: Subject; fault?: string }
  | { at: 'sending'; waiting: boolean; subject?: Subject }
  | { at: 'sent'; receipt: Receipt }
  | { at: 'invalid' }
  | { at: 'trouble'; errorId?: string }

const troubled = (failure: unknown): State =>
  failure instanceof AskFailed && failure.code === 'NOT_FOUND'
    ? { at: 'invalid' }
    : { at: 'trouble', errorId: failure instanceof AskFailed ? failure.errorId : undefined }

/** One link from opening to receipt. */
export function RateLink({ district, token }: { district: string; token: string }) {
  const { t } = useWords(words)
  const desk = useMemo(() => new Desk(token), [token])
  const [state, setState] = useState<State>({ at: 'opening', waiting: false })
  const tryingRef = useRef<Trying<unknown> | null>(null)
  const busyRef = useRef(false)

  async function attempt<T>(send: () => Promise<T>, waiting: State): Promise<T> {
    const current = keepTrying(send, () => setState(waiting))
    tryingRef.current = current
    return current.answer
  }

  async function open(): Promise<void> {
    setState({ at: 'opening', waiting: false })
    const input = { idempotencyKey: randomKey(), token }
    try {
      const answer = await attempt(() => ask(RatingOpenDocument, { input }, district), { at: 'opening', waiting: true })
      const { subject } = answer.ratingOpen
      if (subject) desk.write(fitting(desk.draft, subject.form))
      setState(subject ? { at: 'form', subject } : { at: 'invalid' })
    } catch (failure) {
      setState(troubled(failure))
    }
  }

  async function send(submission: Submission, subject?: Subject): Promise<void> {
    if (busyRef.current) return
    busyRef.current = true
    setState({ at: 'sending', waiting: false, subject })
    try {
      const input = { ...submission, token }
      const answer = await attempt(() => ask(RatingSubmitDocument, { input }, district), { at: 'sending', waiting: true, subject })
      const { receipt, userErrors } = answer.ratingSubmit
      const refusal = userErrors[0]
      if (receipt) {
        desk.arrived(receipt)
        setState({ at: 'sent', receipt })
      } else {
        desk.refused()
        if (refusal?.field?.endsWith('optionVersion')) void open()
        else if (!MENDABLE.test(refusal?.field ?? '')) setState({ at: 'invalid' })
        else if (subject) setState({ at: 'form', subject, fault: refusal?.message })
        else void open()
      }
    } catch (failure) {
      if (subject) setState({ at: 'form', subject, fault: t('failed') })
      else setState(troubled(failure))
    } finally {
      busyRef.current = false
    }
  }

  function start(): void {
    if (desk.receipt) setState({ at: 'sent', receipt: desk.receipt })
    else if (!district || !token) setState({ at: 'invalid' })
    else if (desk.pending) void send(desk.pending)
    else void open()
  }

  useEffect(() => {
    start()
    return () => tryingRef.current?.stop()
    // One link, one start: the parent gives another link another component.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const retryNow = () => tryingRef.current?.now()

  switch (state.at) {
    case 'opening':
      return (
        <section class="card" role="status">
          <h1>{t('title')}</h1>
          <p>{t(state.waiting ? 'waiting' : 'opening')}</p>
          {state.waiting && <button onClick={retryNow}>{t('retryNow')}</button>}
        </section>
      )
    case 'form':
      return (
        <RateForm
          subject={state.subject}
          desk={desk}
          fault={state.fault}
          onSubmit={() => void send(desk.submission(state.subject.form.version), state.subject)}
        />
      )
    case 'sending':
      return (
        <Message title={t('sendingTitle')}>
          <p role="status">{t(state.waiting ? 'unstable' : 'sending')}</p>
          {state.waiting && <button onClick={retryNow}>{t('retryNow')}</button>}
        </Message>
      )
    case 'sent':
      return <Sent receipt={state.receipt} />
    case 'invalid':
      return <InvalidLink />
    case 'trouble':
      return (
        <Message title={t('troubleTitle')}>
          <p>
            {t('trouble')}
            {state.errorId && t('errorId', { id: state.errorId })}
          </p>
          <button onClick={start}>{t('again')}</button>
        </Message>
      )
  }
}
