import { useTranslation } from 'react-i18next'
import { Day } from '@/components/Day'
import { Light } from '@/components/Light'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'

interface AnswerDueProps {
  by: string
  item: Pick<CaseHeadFragment['item'], 'promisedLimit' | 'cancelledOn'>
}

/** Until when it is answered whether a case is accepted; and, when that day is over, why the law has not answered. */
export function AnswerDue({ by, item }: AnswerDueProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const late = district && by < district.today
  if (!late) {
    return (
      <p className="duty-line">
        {t('cases.acceptBy')} <Day day={by} />
      </p>
    )
  }
  return (
    <>
      <p className="duty-line">
        <Light light="RED" />
        <span>
          {t('cases.acceptWasBy')} <Day day={by} />
        </span>
      </p>
      <p className="warn">
        {item.cancelledOn
          ? t('cases.notDeemed.cancelled', { day: item.cancelledOn })
          : item.promisedLimit == null
            ? t('cases.notDeemed.unlimited')
            : t('cases.notDeemed.soon')}
      </p>
    </>
  )
}
