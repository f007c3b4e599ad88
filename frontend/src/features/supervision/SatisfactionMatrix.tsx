import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Nothing } from '@/components/ScreenStates'
import { permille } from '@/lib/numbers'
import { formatMonth } from '@/lib/time'
import type { SatisfactionCell, UnitMonths } from './board-figures'

interface SatisfactionMatrixProps {
  months: readonly string[]
  units: readonly UnitMonths[]
  asToday: boolean
}

/** A rate is never shown without what it is a rate of; both open their records: the ratings, the decided cases. */
export function SatisfactionMatrix({ months, units, asToday }: SatisfactionMatrixProps) {
  const { t, i18n } = useTranslation()
  if (units.length === 0) return <Nothing>{t('supervision.noRatings')}</Nothing>
  return (
    <div className="scroller" role="region" aria-label={t('supervision.satisfaction')} tabIndex={0}>
      <table className="matrix months">
        <caption className="visually-hidden">{t('supervision.satisfaction')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('units.unit')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(month, i18n.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              {months.map((month) => (
                <td key={month}>
                  <Rate cell={unit.cells.get(month)} asToday={asToday} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rate({ cell, asToday }: { cell: SatisfactionCell | undefined; asToday: boolean }) {
  const { t } = useTranslation()
  if (!cell) return <span className="zero">—</span>
  const records = `unit=${cell.unit.id}&month=${cell.month.slice(0, 7)}${asToday ? '&past=true' : ''}`
  return (
    <>
      {cell.rated > 0 ? (
        <Link to={`/ratings?${records}`}>
          {permille(cell.satisfactionRate)}
          <small>
            {cell.satisfied ?? '—'}/{cell.rated}
          </small>
        </Link>
      ) : (
        <span className="zero">{t('supervision.none')}</span>
      )}
      <small>
        {t('supervision.active')} {permille(cell.activeRate)} ({cell.rated}/
        {cell.decided > 0 ? (
          <Link to={`/decided?${records}`} aria-label={`${cell.unit.name} ${cell.month.slice(0, 7)} ${t('supervision.decided')} ${cell.decided}`}>
            {cell.decided}
          </Link>
        ) : (
          0
        )}
        )
      </small>
    </>
  )
}
