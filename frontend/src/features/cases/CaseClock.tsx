import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { DayTrace } from '@/components/DayTrace'
import { ScreenState } from '@/components/ScreenStates'
import { CaseClockDocument, ClockExplainedDocument, type CaseClockQuery, type ClockStoryFragment } from '@/gql/staff/graphql'
import { Green, LegalClocks, SupplementList } from './LegalClocks'
import { ClockEvents, Segments, Suspensions } from './ClockTables'

type Clocked = NonNullable<CaseClockQuery['case']>

/** How the due dates came about: who had a clock for how long, why it paused, and every day counted or not. */
export function CaseClock({ id }: { id: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseClockDocument, variables: { id } })
  const one = data?.case
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
            <LegalClocks duties={one.duties} onTransferred={() => ask({ requestPolicy: 'network-only' })} />
            <SupplementList supplements={one.supplements} />
            <Green green={one.green} />
            <Explained one={one} />
          </div>
        )
      }
    </ScreenState>
  )
}

/** The decision's clock, or the one that is chosen. */
function Explained({ one }: { one: Clocked }) {
  const { t } = useTranslation()
  const decision = one.duty
  const [chosen, choose] = useState(decision?.id ?? one.duties[0]?.id ?? '')
  const asked = chosen !== decision?.id
  const [{ data, fetching, error }, ask] = useQuery({ query: ClockExplainedDocument, variables: { id: chosen }, pause: !asked })
  const duty = asked ? data?.duty : decision
  return (
    <>
      {one.duties.length > 1 && (
        <div className="filters no-print">
          <Choice label={t('legal.explainedClock')} value={chosen} onChange={choose}>
            {one.duties.map(({ id, kind, ownerUnit }) => (
              <option key={id} value={id}>
                {`${t(`legal.dutyKinds.${kind}`)} · ${ownerUnit.name}`}
              </option>
            ))}
          </Choice>
        </div>
      )}
      {duty && !(asked && fetching) ? (
        <Clock duty={duty} />
      ) : (
        <ScreenState fetching={fetching} error={error} retry={() => ask({ requestPolicy: 'network-only' })} empty>
          {() => null}
        </ScreenState>
      )}
    </>
  )
}

function Clock({ duty }: { duty: ClockStoryFragment }) {
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
