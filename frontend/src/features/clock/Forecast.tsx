import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Day } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { LocalDayForecastDocument, type LocalDayForecastQuery } from '@/gql/staff/graphql'

type Moved = LocalDayForecastQuery['localDayForecast']['duties'][number]

interface ForecastProps {
  day: string
  /** null: taking the district's own row back */
  off: boolean | null
}

/** What saving would move, before it is saved. */
export function Forecast({ day, off }: ForecastProps) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: LocalDayForecastDocument, variables: { day, off }, requestPolicy: 'network-only' })
  const forecast = fetching ? undefined : data?.localDayForecast
  const columns: Column<Moved>[] = [
    { key: 'label', title: t('clock.item'), text: (moved) => moved.duty.label },
    { key: 'unit', title: t('units.unit'), text: (moved) => moved.duty.ownerUnit.name },
    { key: 'old', title: t('clock.oldDue'), text: (moved) => moved.oldDueOn ?? '', render: (moved) => moved.oldDueOn && <Day day={moved.oldDueOn} /> },
    { key: 'new', title: t('clock.newDue'), text: (moved) => moved.newDueOn ?? '', render: (moved) => moved.newDueOn && <Day day={moved.newDueOn} /> },
  ]
  return (
    <section aria-busy={fetching} aria-live="polite">
      <h3>{t(off === null ? 'clock.forecastRemove' : 'clock.forecast')}</h3>
      {!fetching && error && (
        <ScreenState fetching={false} error={error} retry={() => ask({ requestPolicy: 'network-only' })}>
          {() => null}
        </ScreenState>
      )}
      {forecast && (
        <>
          <p>{t('clock.wouldMove', { count: forecast.movedDuties })}</p>
          {forecast.duties.length > 0 && <SheetButton name={t('clock.forecast')} columns={columns} rows={forecast.duties} />}
          {forecast.duties.length > 0 && (
            <div className="scroller short" role="region" aria-label={t('clock.forecast')} tabIndex={0}>
              <RecordTable
                caption={t('clock.forecast')}
                rows={forecast.duties}
                rowKey={(moved) => moved.duty.id}
                columns={columns}
              />
            </div>
          )}
          {forecast.movedDuties > forecast.duties.length && <p className="note">{t('clock.firstOnly', { count: forecast.duties.length })}</p>}
        </>
      )}
    </section>
  )
}
