import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { PublicListsDocument, PublicPoliciesDocument, type PublicListsQuery, type PublicPoliciesQuery } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { Field } from '../Field'
import { useWords } from '../language'
import { addressOf } from './place'
import { audiences, kinds, words } from './words'

/** What is looked for, in the address as in the list of services. */
const asked = () => new URLSearchParams(location.search).get('q') || ''

function useAnswer<Answer>(load: () => Promise<Answer>): Answer | 'opening' | 'trouble' {
  const [answer, setAnswer] = useState<Answer | 'opening' | 'trouble'>('opening')
  const [first] = useState(() => load)
  useEffect(() => {
    first().then(
      (found) => setAnswer(() => found),
      () => setAnswer('trouble'),
    )
  }, [first])
  return answer
}

/** Power, negative and responsibility lists as published: no draft, no earlier version. */
export function PublicLists({ district }: { district: string }) {
  const { t } = useWords(words)
  const { t: kind } = useWords(kinds)
  const answer = useAnswer<PublicListsQuery>(() => ask(PublicListsDocument, {}, district))
  return (
    <section class="card guide">
      <h1>{t('lists')}</h1>
      {typeof answer === 'string' ? (
        <p role="status">{t(answer)}</p>
      ) : (
        <>
          {answer.publishedLists.length === 0 && <p>{t('noLists')}</p>}
          {answer.publishedLists.map((list) => (
            <details key={list.id}>
              <summary>
                {kind(list.kind)} · {list.title}
              </summary>
              <p class="hint">{t('publishedUnder', { paper: list.documentNo, day: list.publishedOn, no: list.no })}</p>
              <ol>
                {list.entries.map((entry) => (
                  <li key={entry.seq}>
                    {entry.name} <small>{[entry.unitName, entry.basis, entry.content].filter(Boolean).join(' · ')}</small>
                  </li>
                ))}
              </ol>
            </details>
          ))}
        </>
      )}
      <p>
        <a href={addressOf({ district, item: null })}>{t('all')}</a>
      </p>
    </section>
  )
}

type Policies = PublicPoliciesQuery['policies']
type Policy = Policies['nodes'][number]

/** Policies that can be claimed today; the server offers no other. */
export function PublicPolicies({ district }: { district: string }) {
  const { t } = useWords(words)
  const [search, setSearch] = useState(asked)
  const [found, setFound] = useState<Policies | null>(null)
  const [trouble, setTrouble] = useState(false)
  const latestRef = useRef(0)

  const look = useCallback(async (text: string, before: Policies | null) => {
    const mine = ++latestRef.current
    setTrouble(false)
    try {
      const { policies } = await ask(PublicPoliciesDocument, { search: text || null, after: before && before.pageInfo.endCursor }, district)
      if (mine === latestRef.current) setFound(before ? { ...policies, nodes: [...before.nodes, ...policies.nodes] } : policies)
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
    <section class="guide">
      <form class="card" role="search" onSubmit={submit}>
        <h1>{t('policies')}</h1>
        <Field id="q" type="search" label={t('searchPolicies')} hint={t('searchPoliciesHint')} value={search} onText={setSearch} enterkeyhint="search" />
        <button type="submit" class="primary">
          {t('find')}
        </button>
      </form>
      <div role="status">
        {trouble && <p class="notice">{t('trouble')}</p>}
        {!found && !trouble && <p>{t('opening')}</p>}
        {found && found.nodes.length === 0 && <p class="card">{t(asked() ? 'noPolicyFound' : 'noPolicies')}</p>}
      </div>
      {found && found.nodes.map((policy) => <PolicyCard key={policy.id} policy={policy} />)}
      {found && found.pageInfo.hasNextPage && (
        <button type="button" onClick={() => void look(asked(), found)}>
          {t('more')}
        </button>
      )}
      <p class="card">
        <a href={addressOf({ district, item: null })}>{t('all')}</a>
      </p>
    </section>
  )
}

function PolicyCard({ policy }: { policy: Policy }) {
  const { t } = useWords(words)
  const { t: audience } = useWords(audiences)
  return (
    <article class="card">
      <h2>{policy.title}</h2>
      <p class="strong">{policy.benefit}</p>
      <dl>
        <dt>{t('claimants')}</dt>
        <dd>
          {audience(policy.audience)} · {policy.claimants}
        </dd>
        {policy.conditions.length > 0 && <dt>{t('conditions')}</dt>}
        {policy.conditions.map((one) => (
          <dd key={one}>{one}</dd>
        ))}
        <dt>{t('validity')}</dt>
        <dd>
          {policy.validFrom} ~ {policy.validTo || t('noEnd')}
        </dd>
        <dt>{t('contact')}</dt>
        <dd>
          {policy.unit && policy.unit.name} {policy.contact}
        </dd>
        <dt>{t('document')}</dt>
        <dd>{policy.documentNo}</dd>
      </dl>
    </article>
  )
}
