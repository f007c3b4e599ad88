import { Alert, Button } from 'antd'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { Page } from '@/components/Page'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { BoardDocument } from '@/gql/staff/graphql'
import { DUTY_KINDS } from '@/lib/duty-kinds'
import { useViewer } from '@/lib/viewer'
import { lightColumns, monthColumns } from './board-columns'
import { lightsByUnit, satisfactionByUnit } from './board-figures'
import { BoardFilters } from './BoardFilters'
import { FigureNotes } from './FigureNotes'
import { LightMatrix } from './LightMatrix'
import { SatisfactionMatrix } from './SatisfactionMatrix'

export default function BoardScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  if (!viewer.viewerCanSeeBoard) {
    return (
      <Page title={t('app.board')}>
        <NoPermission />
      </Page>
    )
  }
  return <Board />
}

const params = {
  unit: parseAsString,
  /** a sub-district's units only */
  sub: parseAsString,
  kind: parseAsStringLiteral(DUTY_KINDS),
  from: parseAsString,
  to: parseAsString,
  now: parseAsBoolean.withDefault(false),
}

const firstOf = (month: string | null) => (month && /^\d{4}-\d{2}$/.test(month) ? `${month}-01` : null)

function Board() {
  const { t, i18n } = useTranslation()
  const [chosen, choose] = useQueryStates(params)
  const [{ data, fetching, error }, ask] = useQuery({
    query: BoardDocument,
    variables: {
      filter: {
        unitId: chosen.unit,
        subDistrictId: chosen.sub,
        kind: chosen.kind,
        fromMonth: firstOf(chosen.from),
        toMonth: firstOf(chosen.to),
        asToday: chosen.now,
      },
    },
  })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const board = data?.board
  return (
    <Page
      title={t('app.board')}
      actions={
        <>
          <Button onClick={reload}>{t('supervision.refresh')}</Button>
          <Button onClick={() => window.print()}>{t('actions.print')}</Button>
        </>
      }
    >
      <BoardFilters {...chosen} onChange={(part) => void choose(part)} />
      <ScreenState fetching={fetching && !board} error={board ? undefined : error} retry={reload}>
        {() =>
          board && (
            <>
              <p className="note">
                {t('supervision.asOf')} <Instant at={board.asOf} />
              </p>
              {board.unattendedUnits > 0 && (
                <Alert
                  type="warning"
                  showIcon
                  title={<Link to="/hand-over">{t('supervision.unattended', { count: board.unattendedUnits })}</Link>}
                />
              )}
              <section>
                <h2>{t('supervision.openDuties')}</h2>
                <p className="list-export">
                  <SheetButton name={t('supervision.openDuties')} columns={lightColumns(t)} rows={lightsByUnit(board.duties)} />
                </p>
                <LightMatrix rows={lightsByUnit(board.duties)} kind={chosen.kind} whole={!chosen.sub && !chosen.unit} />
              </section>
              <section>
                <h2>{t('supervision.satisfaction')}</h2>
                <p className="list-export">
                  <SheetButton
                    name={t('supervision.satisfaction')}
                    columns={monthColumns(satisfactionByUnit(board.satisfaction).months, t, i18n.language)}
                    rows={satisfactionByUnit(board.satisfaction).units}
                  />
                </p>
                <SatisfactionMatrix {...satisfactionByUnit(board.satisfaction)} asToday={chosen.now} />
              </section>
              <FigureNotes notes={board.notes} />
            </>
          )
        }
      </ScreenState>
    </Page>
  )
}
