import type { ProgressAnswerFragment } from '@/gql/citizen/graphql'
import { grouped } from '../case-number'
import { dayInWords, dayOf, momentInWords, today } from '../days'
import { Expected } from '../Expected'
import { useWords } from '../language'
import { Message } from '../Message'
import { Asked, Moves, News, Served, Stages, Withdraw, type Act } from './ProgressParts'
import type { Entry, Faults } from './ProgressForm'
import { pauses, states, steps, words } from './words'

export type Progress = NonNullable<ProgressAnswerFragment['progress']>

interface ProgressViewProps {
  entry: Entry
  progress: Progress
  asking: boolean
  fault: Faults['whole']
  onRefresh: () => void
  onAnother: () => void
  onAct: (act: Act, text: string) => void
  onOpen: (fileId: string) => void
}

export function ProgressView({ entry, progress, asking, fault, onRefresh, onAnother, onAct, onOpen }: ProgressViewProps) {
  const { t, language } = useWords(words)
  const { t: state } = useWords(states)
  return (
    <Message title={state(progress.status)}>
      <Acceptance progress={progress} />
      <Expectation progress={progress} />
      <Served files={progress.files} asking={asking} onOpen={onOpen} />
      <Asked entry={entry} progress={progress} asking={asking} onAct={onAct} />
      <dl>
        {progress.outcome && <dt>{t('outcome')}</dt>}
        {progress.outcome && <dd class="strong">{t(progress.outcome)}</dd>}
        {progress.outcomeReason && <dt>{t('outcomeReason')}</dt>}
        {progress.outcomeReason && <dd lang="zh-CN">{progress.outcomeReason}</dd>}
        {progress.decidedAt && <dt>{t('decidedAt')}</dt>}
        {progress.decidedAt && <dd>{momentInWords(progress.decidedAt, language)}</dd>}
        {progress.resultNo && <dt>{t('resultNo')}</dt>}
        {progress.resultNo && <dd lang="zh-CN">{progress.resultNo}</dd>}
        {progress.deliveredAt && <dt>{t('deliveredAt')}</dt>}
        {progress.deliveredAt && <dd>{momentInWords(progress.deliveredAt, language)}</dd>}
        {progress.delivery && <dt>{t('delivery')}</dt>}
        {progress.delivery && <dd>{[t(progress.delivery.way), progress.delivery.carrier, progress.delivery.postNo].filter(Boolean).join(' ')}</dd>}
        <dt>{t('item')}</dt>
        <dd lang="zh-CN">{progress.itemName}</dd>
        <dt>{t('number')}</dt>
        <dd class="figures">{grouped(progress.number)}</dd>
        <dt>{t('acceptUnit')}</dt>
        <dd lang="zh-CN">{progress.acceptUnit}</dd>
        <dt>{t('decideUnit')}</dt>
        <dd lang="zh-CN">{progress.decideUnit}</dd>
        <dt>{t('receivedAt')}</dt>
        <dd>{dayInWords(dayOf(progress.receivedAt), language)}</dd>
      </dl>
      <Stages steps={progress.steps} />
      <Moves moves={progress.moves} />
      <History history={progress.history} />
      <div role="alert">{fault && <p class="fault">{t(fault)}</p>}</div>
      <News progress={progress} asking={asking} onAct={onAct} />
      <Withdraw progress={progress} asking={asking} onAct={onAct} />
      <p class="actions">
        <button type="button" class="primary" aria-disabled={asking} onClick={onRefresh}>
          {t(asking ? 'asking' : 'refresh')}
        </button>
        <button type="button" onClick={onAnother}>
          {t('another')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </Message>
  )
}

/** Until when he is answered whether it is accepted; or that the law has answered. */
function Acceptance({ progress }: { progress: Progress }) {
  const { t } = useWords(words)
  if (progress.acceptBy) {
    return progress.acceptBy < today() ? (
      <Overdue since={progress.acceptBy} />
    ) : (
      <div class="answer">
        <p>{t('acceptBy')}</p>
        <Expected day={progress.acceptBy} provisional={false} />
      </div>
    )
  }
  const deemed = !progress.decidedAt && progress.history.some(({ kind }) => kind === 'DEEMED_ACCEPTED')
  return deemed ? <p class="notice">{t('deemed')}</p> : null
}

/** A day that is over is not what he may expect: what he can do is said instead. */
function Overdue({ since }: { since: string }) {
  const { t, language } = useWords(words)
  return (
    <div class="notice">
      <p class="strong">
        {t('overdue')} {dayInWords(since, language)}
      </p>
      <p>{t('late')}</p>
    </div>
  )
}

/** When it will be ready, or why nobody can say so now. */
function Expectation({ progress }: { progress: Progress }) {
  const { t, language } = useWords(words)
  const { t: wait } = useWords(pauses)
  if (progress.paused) {
    return (
      <div class="notice">
        <p class="strong">
          {progress.pausedReason ? t('pausedFor', { why: wait(progress.pausedReason) }) : t('paused')}
        </p>
        {progress.pausedUntil && (
          <p>
            {t('pausedUntil')} {dayInWords(progress.pausedUntil, language)}
          </p>
        )}
        {progress.pausedBasis && (
          <p lang="zh-CN">
            {t('pausedBasis')} {progress.pausedBasis}
          </p>
        )}
        <p>{t('pausedWhy')}</p>
      </div>
    )
  }
  if (!progress.dueOn) return null
  if (progress.dueOn < today()) return <Overdue since={progress.dueOn} />
  return (
    <div class="answer">
      <p>{t('dueOn')}</p>
      <Expected day={progress.dueOn} provisional={progress.provisional} />
      {progress.provisional && <p>{t('provisionalWhy')}</p>}
    </div>
  )
}

function History({ history }: { history: Progress['history'] }) {
  const { t, language } = useWords(words)
  const { t: step } = useWords(steps)
  return (
    <>
      <h2>{t('history')}</h2>
      <ol class="history">
        {history.map((one) => (
          <li key={one.at + one.kind}>
            <span class="strong">{step(one.kind)}</span>
            {one.unit && <span lang="zh-CN">{one.unit}</span>}
            <time dateTime={one.at}>{momentInWords(one.at, language)}</time>
          </li>
        ))}
      </ol>
    </>
  )
}
