import { useState } from 'preact/hooks'
import type { DueDateQuery } from '@/gql/citizen/graphql'
import { weekday } from '../days'
import { useWords } from '../language'
import { reasons, words } from './words'

type TraceDay = DueDateQuery['dueDate']['trace'][number]

/** An old phone draws ten years of days slowly, and nobody reads them unasked. */
const AT_FIRST = 60

export function DayTable({ trace, dueOn }: { trace: TraceDay[]; dueOn: string | null }) {
  const { t, language } = useWords(words)
  const { t: reason } = useWords(reasons)
  const [all, setAll] = useState(trace.length <= AT_FIRST)
  const shown = all ? trace : trace.slice(0, AT_FIRST)

  return (
    <>
      <table>
        <caption>{t('trace')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.day} class={one.day === dueOn ? 'due' : one.counted ? 'counts' : 'skipped'}>
              <th scope="row">
                <time dateTime={one.day}>
                  {one.day.slice(0, 5)}
                  <wbr />
                  {one.day.slice(5)}
                </time>{' '}
                <small>{weekday(one.day, language)}</small>
              </th>
              <td>{one.number === null ? '—' : one.number}</td>
              <td>
                {one.reason !== 'START' && <b>{t(one.counted ? 'counts' : 'skipped')} · </b>}
                {reason(one.reason)}
                {one.name && <span lang="zh-CN"> {one.name}</span>}
                {one.provisional && ` (${t('provisional')})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && (
        <button type="button" onClick={() => setAll(true)}>
          {t('rest', { n: trace.length - AT_FIRST })}
        </button>
      )}
    </>
  )
}
