import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing } from '@/components/ScreenStates'
import type { CaseQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'

type Handover = NonNullable<CaseQuery['case']>['handovers'][number]

export function Handovers({ handovers }: { handovers: readonly Handover[] }) {
  const { t } = useTranslation()
  if (handovers.length === 0) return <Nothing>{t('cases.noHandovers')}</Nothing>

  const instant = (key: 'sentAt' | 'signedAt' | 'returnedAt'): Column<Handover> => ({
    key,
    title: t(`cases.${key}`),
    text: (handover) => (handover[key] ? formatInstant(handover[key]) : ''),
    render: (handover) => handover[key] && <Instant at={handover[key]} />,
  })

  return (
    <RecordTable
      caption={t('cases.handovers')}
      rows={handovers}
      rowKey={(handover) => `${handover.sentAt} ${handover.from.id} ${handover.to.id}`}
      columns={[
        { key: 'direction', title: t('cases.direction'), text: (handover) => t(`cases.directions.${handover.direction}`) },
        { key: 'from', title: t('cases.from'), text: (handover) => handover.from.name },
        { key: 'to', title: t('cases.to'), text: (handover) => handover.to.name },
        instant('sentAt'),
        instant('signedAt'),
        instant('returnedAt'),
        { key: 'reason', title: t('cases.reason'), text: (handover) => handover.reason ?? '' },
      ]}
    />
  )
}
