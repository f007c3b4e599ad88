import { useEffect, useState } from 'preact/hooks'
import { ApplyItemDocument } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { today } from '../days'
import { useWords } from '../language'
import { Message } from '../Message'
import { Application } from './Application'
import type { Item } from './draft'
import { words } from './words'

type State = Item | 'opening' | 'missing' | 'trouble'

/** `/apply/511602/<item>` */
function placeOf(path: string) {
  const found = /^\/apply\/(\d{6})\/([\w-]+)\/?$/.exec(path)
  return found ? { district: found[1] || '', item: found[2] || '' } : null
}

export function ApplyPage() {
  const { t } = useWords(words)
  const [place] = useState(() => placeOf(location.pathname))
  const [state, setState] = useState<State>(place ? 'opening' : 'missing')
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (!place) return
    ask(ApplyItemDocument, { id: place.item }, place.district).then(
      ({ guide }) => setState(guide ? guide.item : 'missing'),
      () => setState('trouble'),
    )
  }, [place, tries])

  if (state === 'opening') {
    return (
      <section class="card" role="status">
        <h1>{t('title')}</h1>
        <p>{t('opening')}</p>
      </section>
    )
  }
  if (!place || typeof state === 'string') {
    return (
      <Message title={t(state === 'trouble' ? 'trouble' : 'missing')}>
        {state === 'trouble' ? (
          <button type="button" onClick={() => setTries(tries + 1)}>
            {t('again')}
          </button>
        ) : (
          <>
            <p>{t('notOnlineWhy')}</p>
            {place && (
              <p>
                <a href={`/guide/${place.district}/`}>{t('guide')}</a>
              </p>
            )}
          </>
        )}
      </Message>
    )
  }
  const cancelled = state.cancelledOn && state.cancelledOn <= today()
  if (cancelled || state.promisedLimit === null || state.promisedLimit === undefined) {
    return (
      <Message title={t('notOnline')}>
        <p lang="zh-CN">{state.name}</p>
        <p>{t('notOnlineWhy')}</p>
        <p>
          <a href={`/guide/${place.district}/${place.item}`}>{t('guide')}</a>
        </p>
      </Message>
    )
  }
  return <Application item={state} district={place.district} />
}
