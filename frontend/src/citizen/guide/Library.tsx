import { useEffect, useState } from 'preact/hooks'
import { PublicListsDocument, PublicPoliciesDocument, type PublicListsQuery, type PublicPoliciesQuery } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { useWords } from '../language'
import { audiences, kinds, words } from './words'

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
    </section>
  )
}

/** Policies that can be claimed today; the server offers no other. */
export function PublicPolicies({ district }: { district: string }) {
  const { t } = useWords(words)
  const { t: audience } = useWords(audiences)
  const answer = useAnswer<PublicPoliciesQuery>(() => ask(PublicPoliciesDocument, {}, district))
  return (
    <section class="guide">
      <h1>{t('policies')}</h1>
      {typeof answer === 'string' ? (
        <p role="status">{t(answer)}</p>
      ) : (
        <>
          {answer.policies.nodes.length === 0 && <p class="card">{t('noPolicies')}</p>}
          {answer.policies.nodes.map((policy) => (
            <article key={policy.id} class="card">
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
          ))}
        </>
      )}
    </section>
  )
}
