import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { RatingInviteDocument, type CaseHeadFragment, type RatingInviteMutation } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { RatingSlip } from './RatingSlip'

interface RatingInviteProps {
  one: CaseHeadFragment
  onClose: () => void
}

/** A one-time link for the applicant. It is shown once; asking again makes a new one and voids this. */
export function RatingInvite({ one, onClose }: RatingInviteProps) {
  const { t } = useTranslation()
  const { run, running } = useAction(RatingInviteDocument)
  const [invited, setInvited] = useState<RatingInviteMutation['result'] | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })

  const invite = async () => {
    setRefused({ errors: [] })
    const outcome = await run({ caseId: one.id })
    if (outcome.done) setInvited(outcome.result)
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <Modal
      open
      title={t('cases.inviteRating')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('actions.close')}
        </Button>,
        invited ? (
          <Button key="print" type="primary" onClick={() => window.print()}>
            {t('actions.print')}
          </Button>
        ) : (
          <Button key="make" type="primary" loading={running} onClick={() => void invite()}>
            {t('cases.makeLink')}
          </Button>
        ),
      ]}
    >
      <Refusals errors={refused.errors} fault={refused.fault} />
      {invited?.link ? <RatingSlip one={one} invited={invited} link={invited.link} /> : <p>{t('cases.inviteWhy')}</p>}
    </Modal>
  )
}
