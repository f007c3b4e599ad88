import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DayTrace } from '@/components/DayTrace'
import { ScreenState } from '@/components/ScreenStates'
import { CaseClockDocument, type CaseClockQuery } from '@/gql/staff/graphql'
import { Green, LegalClocks, SupplementList } from './LegalClocks'
import { ClockEvents, Segments, Suspensions } from './ClockTables'

type Duty = NonNullable<NonNullable<CaseClockQuery['case']>['duty']>

/** How the due date came about: who had it for how long, why it paused, and every day counted or not. */
export function CaseClock({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseClockDocument, variables: { id } })
  const one = data?.case
  const duty = one?.duty
  return (
    <ScreenState
      fetching={fetching && !data}
      error={data ? undefined : error}
      retry={() => ask({ requestPolicy: 'network-only' })}
      empty={!one || one.duties.length === 0}
      emptyText={t('cases.noClock')}
    >
      {() =>
        one && (
          <div className="stack">
            <LegalClocks duties={one.duties} />
            <SupplementList supplements={one.supplements} />
            <Green green={one.green} />
            {duty && <DecisionClock duty={duty} />}
          </div>
        )
      }
    </ScreenState>
  )
}

function DecisionClock({ duty }: { duty: Duty }) {
  const { t } = useTranslation()
  return (
    <>
            <Segments segments={duty.segments} unit={t(`budgetUnits.${duty.budgetUnit}`)} />
            <Suspensions suspensions={duty.suspensions} days={duty.budgetUnit !== 'HOURS'} />
            <section>
              <h2>{t('trace.title')}</h2>
              <DayTrace trace={duty.trace} />
            </section>
            <ClockEvents events={duty.events} />
    </>
  )
}
