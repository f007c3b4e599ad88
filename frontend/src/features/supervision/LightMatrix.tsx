import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Light } from '@/components/Light'
import { Nothing } from '@/components/ScreenStates'
import { BOARD_LIGHTS, summed, type UnitLights } from './board-figures'

interface LightMatrixProps {
  rows: readonly UnitLights[]
  /** what they are narrowed to; null: all kinds */
  kind: string | null
  /** the rows are all units there are: their sum is a queue as well */
  whole: boolean
}

/** Every number opens the queue of the duties it counts. */
export function LightMatrix({ rows, kind, whole }: LightMatrixProps) {
  const { t } = useTranslation()
  if (rows.length === 0) return <Nothing>{t('supervision.noDuties')}</Nothing>
  const queue = (unit: string) => `/queue?unit=${unit}${kind ? `&kind=${kind}` : ''}`
  const all: UnitLights = { id: 'all', name: t('units.all'), ...summed(rows) }
  const figure = (row: UnitLights, light: (typeof BOARD_LIGHTS)[number]) => {
    const count = row.counts[light] ?? 0
    if (count === 0) return <span className="zero">0</span>
    if (row === all && !whole) return count
    return (
      <Link to={`${queue(row.id)}&light=${light}`} aria-label={`${row.name} ${t(`lights.${light}`)} ${count}`}>
        {count}
      </Link>
    )
  }
  return (
    <div className="scroller" role="region" aria-label={t('supervision.openDuties')} tabIndex={0}>
      <table className="matrix">
        <caption className="visually-hidden">{t('supervision.openDuties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('units.unit')}</th>
            {BOARD_LIGHTS.map((light) => (
              <th key={light} scope="col">
                <Light light={light} />
              </th>
            ))}
            <th scope="col">{t('supervision.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.length > 1 && (
            <tr className="sum">
              <th scope="row">{t('supervision.total')}</th>
              {BOARD_LIGHTS.map((light) => (
                <td key={light}>{figure(all, light)}</td>
              ))}
              <td>
                {whole ? (
                  <Link to={queue('all')} aria-label={`${all.name} ${t('supervision.total')} ${all.total}`}>
                    {all.total}
                  </Link>
                ) : (
                  all.total
                )}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {BOARD_LIGHTS.map((light) => (
                <td key={light}>{figure(row, light)}</td>
              ))}
              <td>
                <Link to={queue(row.id)} aria-label={`${row.name} ${t('supervision.total')} ${row.total}`}>
                  {row.total}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
