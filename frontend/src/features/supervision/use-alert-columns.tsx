import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import type { Column } from '@/components/RecordTable'
import type { AlertRowFragment } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { formatDay, formatInstant } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

/** Alerts in a list; the newest state, who answers by when. */
export function useAlertColumns(): Column<AlertRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    {
      key: 'rule',
      title: t('alerts.rule'),
      text: (alert) => t(`alerts.rules.${alert.rule}`),
      render: (alert) => <Link to={`/alerts/${alert.id}`}>{t(`alerts.rules.${alert.rule}`)}</Link>,
    },
    {
      key: 'case',
      title: t('alerts.case'),
      text: (alert) => (alert.case ? groupedNumber(alert.case.number) : ''),
      render: (alert) =>
        alert.case && (
          <Link to={`/cases/${alert.case.id}`} className="number">
            {groupedNumber(alert.case.number)}
          </Link>
        ),
    },
    { key: 'unit', title: t('units.unit'), text: (alert) => alert.unit.name },
    { key: 'openedAt', title: t('alerts.openedAt'), text: (alert) => formatInstant(alert.openedAt, district?.zone), render: (alert) => <Instant at={alert.openedAt} /> },
    { key: 'state', title: t('alerts.state'), text: (alert) => t(`alerts.states.${alert.state}`) },
    { key: 'level', title: t('alerts.level'), text: (alert) => t(`alerts.levels.${alert.level as 1 | 2 | 3}`) },
    {
      key: 'answerBy',
      title: t('alerts.answerBy'),
      text: (alert) => (alert.state === 'OPEN' && alert.duty?.dueOn ? formatDay(alert.duty.dueOn, i18n.language) : ''),
    },
  ]
}
