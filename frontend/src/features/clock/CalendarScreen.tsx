import { Button } from 'antd'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { CalendarDocument, type CalendarFactsFragment } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useViewer } from '@/lib/viewer'
import { ClockRules } from './ClockRules'
import { Legend } from './Legend'
import { LocalDayModal } from './LocalDayModal'
import { LocalDays } from './LocalDays'
import { Month } from './Month'
import { NoticeModal } from './NoticeModal'
import { Recomputations } from './Recomputations'

/** A year of working days: the national notices, and the district's own days over them. */
export default function CalendarScreen() {
  const { t } = useTranslation()
  const { district } = useViewer()
  const thisYear = Number((district?.today ?? todayHere()).slice(0, 4))
  const [year, setYear] = useQueryState('year', parseAsInteger.withDefault(thisYear))
  const [{ data, fetching, error }, ask] = useQuery({ query: CalendarDocument, variables: { year } })
  const calendar = data?.calendar.year === year ? data.calendar : null
  const [publishing, setPublishing] = useState(false)

  return (
    <Page
      title={`${t('clock.calendar')} ${year}`}
      actions={
        <>
          <Button onClick={() => void setYear(year - 1)}>{t('clock.previousYear')}</Button>
          <Button onClick={() => void setYear(year + 1)}>{t('clock.nextYear')}</Button>
          {calendar?.viewerCanEdit && <Link to="/imports?kind=calendar">{t('clock.importDays')}</Link>}
          {calendar?.viewerCanPublishNotice && (
            <Button type="primary" onClick={() => setPublishing(true)}>
              {t('clock.publishNotice')}
            </Button>
          )}
        </>
      }
    >
      <ScreenState fetching={fetching && !calendar} error={calendar ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() => calendar && <Year calendar={calendar} onReload={() => ask({ requestPolicy: 'network-only' })} />}
      </ScreenState>
      {publishing && (
        <NoticeModal
          onClose={() => setPublishing(false)}
          onPublished={(published) => {
            setPublishing(false)
            void setYear(published)
            ask({ requestPolicy: 'network-only' })
          }}
        />
      )}
    </Page>
  )
}

function Year({ calendar, onReload }: { calendar: CalendarFactsFragment; onReload: () => void }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [picked, setPicked] = useState<string | null>(null)
  const [moved, setMoved] = useState<number | null>(null)
  const days = new Map(calendar.days.map((day) => [day.day, day]))
  const { year } = calendar

  return (
    <>
      <p>
        {calendar.published ? t('clock.published', { notice: calendar.notice }) : t('clock.unpublished', { year })}
        {' · '}
        {t('clock.workingDays', { count: calendar.workingDays })}
      </p>
      <Legend />
      {calendar.viewerCanEdit && <p className="note no-print">{t('clock.pickDay')}</p>}
      <p role="status">{moved !== null && t('clock.saved', { count: moved })}</p>
      <div className="year">
        {Array.from({ length: 12 }, (_, place) => (
          <Month
            key={place}
            year={year}
            month={place + 1}
            today={district?.today ?? todayHere()}
            days={days}
            onPick={calendar.viewerCanEdit ? setPicked : undefined}
          />
        ))}
      </div>
      <LocalDays days={calendar.days} />
      {district && <ClockRules onMoved={onReload} />}
      <Recomputations done={calendar.recomputations} />
      {picked && (
        <LocalDayModal
          key={picked}
          day={picked}
          special={days.get(picked)}
          onReload={onReload}
          onClose={() => setPicked(null)}
          onSaved={(count) => {
            setMoved(count)
            setPicked(null)
          }}
        />
      )}
    </>
  )
}
