import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DayTrace } from '@/components/DayTrace'
import { ScreenState } from '@/components/ScreenStates'
import { CaseClockDocument } from '@/gql/staff/graphql'
import { ClockEvents, Segments, Suspensions } from './ClockTables'

/** How the due date came about: who had it for how long, why it paused, and every day counted or not. */
export function CaseClock({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseClockDocument, variables: { id } })
  const duty = data?.case?.duty
  return (
    <ScreenState
      fetching={fetching && !data}
      error={data ? undefined : error}
      retry={() => ask({ requestPolicy: 'network-only' })}
      empty={!duty}
      emptyText={t('cases.noClock')}
    >
      {() =>
        duty && (
          <div className="stack">
            <Segments segments={duty.segments} unit={t(`budgetUnits.${duty.budgetUnit}`)} />
            <Suspensions suspensions={duty.suspensions} days={duty.budgetUnit !== 'HOURS'} />
            <section>
              <h2>{t('trace.title')}</h2>
              <DayTrace trace={duty.trace} />
            </section>
            <ClockEvents events={duty.events} />
          </div>
        )
      }
    </ScreenState>
  )
}
