import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { QrCode } from '@/components/QrCode'
import type { CaseHeadFragment, RatingInviteMutation } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'

interface RatingSlipProps {
  one: CaseHeadFragment
  invited: RatingInviteMutation['result']
  link: string
}

/** What the applicant takes along: the code, the same as an address, and until when. */
export function RatingSlip({ one, invited, link }: RatingSlipProps) {
  const { t } = useTranslation()
  const url = new URL(link, location.origin).href
  return (
    <section className="sheet slip" aria-label={t('cases.ratingSlip')}>
      <h2>{t('cases.ratingSlip')}</h2>
      <p>
        {one.item.name} · <span className="number">{groupedNumber(one.number)}</span>
      </p>
      <QrCode text={url} label={t('cases.ratingQr')} />
      <p className="url">{url}</p>
      {invited.expiresAt && (
        <p>
          {t('cases.expiresAt')} <Instant at={invited.expiresAt} />
        </p>
      )}
      <p className="note">{t('cases.ratingSecret')}</p>
    </section>
  )
}
