import { useEffect, useRef, useState } from 'preact/hooks'
import { CameraOpenDocument, type CameraOpenMutation } from '@/gql/citizen/graphql'
import { randomKey } from '@/lib/random-key'
import { ask, AskFailed } from '../ask'
import { keepTrying, type Trying } from '../keep-trying'
import { useWords } from '../language'
import { Message } from '../Message'
import { Photos } from './Photos'
import { words } from './words'

export type Subject = NonNullable<CameraOpenMutation['cameraOpen']['subject']>

type State = { at: 'opening'; waiting: boolean } | { at: 'open'; subject: Subject } | { at: 'invalid' } | { at: 'trouble' }

function readLink() {
  const district = /^\/photo\/(\d{6})(?:\/|$)/.exec(location.pathname)
  return { district: district ? district[1] ?? '' : '', token: location.hash.slice(1) }
}

/** The token stays in the fragment, which no server and no referrer ever sees. */
export function PhotoPage() {
  const [link, setLink] = useState(readLink)
  useEffect(() => {
    const look = () => setLink(readLink())
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return <PhotoLink key={`${link.district}#${link.token}`} {...link} />
}

function PhotoLink({ district, token }: { district: string; token: string }) {
  const { t } = useWords(words)
  const [state, setState] = useState<State>({ at: 'opening', waiting: false })
  const tryingRef = useRef<Trying<unknown> | null>(null)

  async function open(): Promise<void> {
    if (!district || !token) return setState({ at: 'invalid' })
    setState({ at: 'opening', waiting: false })
    const input = { idempotencyKey: randomKey(), token }
    const current = keepTrying(() => ask(CameraOpenDocument, { input }, district), () => setState({ at: 'opening', waiting: true }))
    tryingRef.current = current
    try {
      const { subject } = (await current.answer).cameraOpen
      setState(subject ? { at: 'open', subject } : { at: 'invalid' })
    } catch (failure) {
      setState({ at: failure instanceof AskFailed && failure.code === 'NOT_FOUND' ? 'invalid' : 'trouble' })
    }
  }

  useEffect(() => {
    void open()
    return () => tryingRef.current?.stop()
    // One link, one start: the parent gives another link another component.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  switch (state.at) {
    case 'opening':
      return (
        <section class="card" role="status">
          <h1>{t('title')}</h1>
          <p>{t(state.waiting ? 'waiting' : 'opening')}</p>
          {state.waiting && <button onClick={() => tryingRef.current?.now()}>{t('retryNow')}</button>}
        </section>
      )
    case 'open':
      return <Photos subject={state.subject} district={district} token={token} onInvalid={() => setState({ at: 'invalid' })} />
    case 'invalid':
      return (
        <Message title={t('invalidTitle')}>
          <p>{t('invalid')}</p>
        </Message>
      )
    case 'trouble':
      return (
        <Message title={t('troubleTitle')}>
          <p>{t('trouble')}</p>
          <button onClick={() => void open()}>{t('again')}</button>
        </Message>
      )
  }
}
