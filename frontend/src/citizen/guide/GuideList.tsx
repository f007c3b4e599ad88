import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { GuideSearchDocument, type GuideSearchQuery } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { Field } from '../Field'
import { useWords } from '../language'
import { addressOf } from './place'
import { limitText, words } from './words'

type Found = GuideSearchQuery['items']

const asked = () => new URLSearchParams(location.search).get('q') || ''

export function GuideList({ district }: { district: string }) {
  const { t, language } = useWords(words)
  const [search, setSearch] = useState(asked)
  const [found, setFound] = useState<Found | null>(null)
  const [trouble, setTrouble] = useState(false)
  const latestRef = useRef(0)

  const look = useCallback(async (text: string, before: Found | null) => {
    const mine = ++latestRef.current
    setTrouble(false)
    try {
      const { items } = await ask(GuideSearchDocument, { search: text || null, after: before && before.pageInfo.endCursor }, district)
      if (mine === latestRef.current) setFound(before ? { ...items, nodes: [...before.nodes, ...items.nodes] } : items)
    } catch {
      if (mine === latestRef.current) setTrouble(true)
    }
  }, [district])

  useEffect(() => {
    void look(asked(), null)
  }, [look])

  const submit = (event: Event) => {
    event.preventDefault()
    history.replaceState(null, '', search ? `?q=${encodeURIComponent(search)}` : location.pathname)
    void look(search.trim(), null)
  }

  return (
    <>
      <form class="card" role="search" onSubmit={submit}>
        <h1>{t('title')}</h1>
        <Field id="q" type="search" label={t('search')} hint={t('searchHint')} value={search} onText={setSearch} enterkeyhint="search" />
        <button type="submit" class="primary">
          {t('find')}
        </button>
      </form>
      <div class="card">
        <p class="actions">
          <a href={addressOf({ district, item: 'lists' })}>{t('lists')}</a>
          <a href={addressOf({ district, item: 'policies' })}>{t('policies')}</a>
        </p>
      </div>
      <div role="status">
        {trouble && <p class="notice">{t('trouble')}</p>}
        {!found && !trouble && <p>{t('opening')}</p>}
        {found && found.nodes.length === 0 && <p class="card">{t('nothing')}</p>}
      </div>
      {found && found.nodes.length > 0 && (
        <ul class="guides">
          {found.nodes.map((item) => (
            <li key={item.id} class="card">
              <a href={addressOf({ district, item: item.id })}>{item.name}</a>
              <small>
                {item.department.name} · {limitText(item.promisedLimit, item.limitUnit, language) || t('noPromise')}
              </small>
            </li>
          ))}
        </ul>
      )}
      {found && found.pageInfo.hasNextPage && (
        <button type="button" onClick={() => void look(asked(), found)}>
          {t('more')}
        </button>
      )}
    </>
  )
}
