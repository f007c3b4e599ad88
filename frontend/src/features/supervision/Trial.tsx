import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClient } from 'urql'
import { Instant } from '@/components/Day'
import { Failed, Loading } from '@/components/ScreenStates'
import { AlertTrialDocument, type AlertLimitInput, type AlertRuleCode, type AlertTrialQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { addDays, todayHere } from '@/lib/time'
import { useViewer } from '@/lib/viewer'
import { DayField } from '@/components/DayField'
import { useEvidence } from './use-evidence'

type Answer = Awaited<ReturnType<ReturnType<ReturnType<typeof useClient>['query']>['toPromise']>>

/** What the rule would have raised with these numbers; raises nothing. */
export function Trial({ rule, limits }: { rule: AlertRuleCode; limits: AlertLimitInput[] }) {
  const { t } = useTranslation()
  const client = useClient()
  const { district } = useViewer()
  const today = district?.today ?? todayHere()
  const [from, setFrom] = useState<string | null>(addDays(today, -29))
  const [to, setTo] = useState<string | null>(today)
  const [running, setRunning] = useState(false)
  const [answer, setAnswer] = useState<{ data?: AlertTrialQuery; error?: Answer['error'] }>({})

  const run = async () => {
    if (!from || !to) return
    setRunning(true)
    const { data, error } = await client
      .query(AlertTrialDocument, { input: { rule, limits, from, to } }, { requestPolicy: 'network-only' })
      .toPromise()
    setAnswer({ data, error })
    setRunning(false)
  }

  return (
    <section aria-live="polite">
      <h2>{t('alerts.trial')}</h2>
      <div className="filters">
        <DayField label={t('alerts.from')} value={from} onChange={setFrom} />
        <DayField label={t('alerts.to')} value={to} onChange={setTo} />
        <Button loading={running} disabled={!from || !to} onClick={() => void run()}>
          {t('alerts.trialRun')}
        </Button>
      </div>
      {running && <Loading rows={2} />}
      {!running && answer.error && <Failed error={answer.error} />}
      {!running && answer.data && <Found trial={answer.data.alertTrial} />}
    </section>
  )
}

function Found({ trial }: { trial: AlertTrialQuery['alertTrial'] }) {
  const { t } = useTranslation()
  const evidence = useEvidence()
  return (
    <>
      <p>
        <strong>{t('alerts.trialResult', { examined: trial.examined, found: trial.found })}</strong>
      </p>
      {!trial.complete && <p className="warn">{t('alerts.trialPart')}</p>}
      {trial.found === 0 ? (
        <p>{t('alerts.trialNone')}</p>
      ) : (
        <>
          <p>
            {t('pairs.named', { name: t('alerts.byUnit'), value: trial.byUnit.map((one) => `${one.unit.name} ${one.found}`).join(t('pairs.next')) })}
          </p>
          <details>
            <summary>{t('alerts.samples')}</summary>
            <ul>
              {trial.samples.map((sample, index) => (
                <li key={index}>
                  <Link to={`/cases/${sample.caseId}`} className="number">
                    {groupedNumber(sample.number)}
                  </Link>{' '}
                  {sample.unit.name} <Instant at={sample.happenedAt} />
                  {sample.evidence.map(evidence).map(([name, value]) => ` · ${name} ${value}`)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  )
}
