import { useTranslation } from 'react-i18next'
import { Day } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { SheetButton } from '@/components/SheetButton'
import { useSorted } from '@/lib/use-sort'
import type { SpecialDay } from './month'

export function LocalDays({ days }: { days: readonly SpecialDay[] }) {
  const { t } = useTranslation()
  const local = days.filter((day) => day.local)
  const columns: Column<SpecialDay>[] = [
    { key: 'day', title: t('clock.day'), text: (day) => day.day, render: (day) => <Day day={day.day} /> },
    { key: 'kind', title: t('clock.dayKind'), text: (day) => t(day.off ? 'clock.localOff' : 'clock.localWork') },
    { key: 'name', title: t('clock.dayName'), text: (day) => day.name },
    { key: 'paper', title: t('clock.paper'), text: (day) => day.paper ?? '—' },
  ]
  const list = useSorted(columns, local)
  return (
    <section>
      <h2>{t('clock.localDays')}</h2>
      {local.length === 0 ? (
        <p>{t('clock.noLocalDays')}</p>
      ) : (
        <>
          <p className="list-export">
            <SheetButton name={t('clock.localDays')} columns={columns} rows={list.rows} />
          </p>
          <RecordTable caption={t('clock.localDays')} columns={columns} rows={list.rows} rowKey={(day) => day.day} order={list.order} />
        </>
      )}
    </section>
  )
}
