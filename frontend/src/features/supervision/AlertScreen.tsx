import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Day, Instant } from '@/components/Day'
import { Facts } from '@/components/Facts'
import { Light } from '@/components/Light'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { AlertDocument, type AlertFactsFragment } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { AlertHistory } from './AlertHistory'
import { AlertModal, type AlertAct } from './AlertModal'
import { useEvidence } from './use-evidence'

/** One alert: what was found, what the unit says, how supervision judged. */
export default function AlertScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: AlertDocument, variables: { id } })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const alert = data?.alert
  const title = alert ? t(`alerts.rules.${alert.rule}`) : t('alerts.alert')
  return (
    <Page title={title}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!alert} emptyText={t('alerts.notFound')}>
        {() => alert && <One alert={alert} onReload={reload} />}
      </ScreenState>
    </Page>
  )
}

function One({ alert, onReload }: { alert: AlertFactsFragment; onReload: () => void }) {
  const { t } = useTranslation()
  const evidence = useEvidence()
  const [act, setAct] = useState<AlertAct | null>(null)
  const open = (next: AlertAct) => () => setAct(next)
  return (
    <>
      <p className="page-actions no-print">
        {alert.viewerCanAnswer && (
          <>
            <Button type="primary" onClick={open('answer')}>
              {t('alerts.answer')}
            </Button>
            <Button onClick={open('appeal')}>{t('alerts.appeal')}</Button>
          </>
        )}
        {alert.viewerCanJudge && (
          <Button type="primary" onClick={open('judge')}>
            {t('alerts.judge')}
          </Button>
        )}
      </p>
      <Facts
        facts={[
          [t('alerts.state'), t(`alerts.states.${alert.state}`)],
          [t('units.unit'), alert.unit.name],
          [
            t('alerts.case'),
            alert.case && (
              <Link to={`/cases/${alert.case.id}`}>
                <span className="number">{groupedNumber(alert.case.number)}</span> {alert.case.item.name}
              </Link>
            ),
          ],
          [t('alerts.happenedAt'), <Instant key="h" at={alert.happenedAt} />],
          [t('alerts.openedAt'), <Instant key="o" at={alert.openedAt} />],
          [t('alerts.level'), t(`alerts.levels.${alert.level as 1 | 2 | 3}`)],
          [
            t('alerts.answerBy'),
            alert.state === 'OPEN' && alert.duty?.dueOn && (
              <>
                <Day day={alert.duty.dueOn} /> <Light light={alert.duty.light} />
              </>
            ),
          ],
          [t('alerts.ruleVersion'), alert.ruleVersion === 0 ? t('alerts.builtIn') : t('alerts.versionNo', { no: alert.ruleVersion })],
        ]}
      />
      <section>
        <h2>{t('alerts.evidenceTitle')}</h2>
        <Facts facts={alert.evidence.map(evidence)} />
      </section>
      <section>
        <h2>{t('alerts.history')}</h2>
        <AlertHistory alert={alert} />
      </section>
      {act && (
        <AlertModal
          act={act}
          alert={alert}
          onReload={onReload}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            onReload()
          }}
        />
      )}
    </>
  )
}
