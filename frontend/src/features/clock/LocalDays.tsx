import { useTranslation } from 'react-i18next'
import { Day } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import type { SpecialDay } from './month'

export function LocalDays({ days }: { days: readonly SpecialDay[] }) {
  const { t } = useTranslation()
  const local = days.filter((day) => day.local)
  return (
    <section>
      <h2>{t('clock.localDays')}</h2>
      {local.length === 0 ? (
        <p>{t('clock.noLocalDays')}</p>
      ) : (
        <RecordTable
          caption={t('clock.localDays')}
          rows={local}
          rowKey={(day) => day.day}
          columns={[
            { key: 'day', title: t('clock.day'), text: (day) => day.day, render: (day) => <Day day={day.day} /> },
            { key: 'kind', title: t('clock.dayKind'), text: (day) => t(day.off ? 'clock.localOff' : 'clock.localWork') },
            { key: 'name', title: t('clock.dayName'), text: (day) => day.name },
            { key: 'paper', title: t('clock.paper'), text: (day) => day.paper ?? '—' },
          ]}
        />
      )}
    </section>
  )
}
