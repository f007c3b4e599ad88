import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { QrCode } from '@/components/QrCode'
import { Refusals } from '@/components/Refusals'
import { CameraInviteDocument, type CameraInviteMutation } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import type { Attachment } from './Attachments'

interface CameraProps {
  caseId: string
  attachments: readonly Attachment[]
  onPoll: () => void
  onClose: () => void
}

const POLL_MS = 2_000

/** The phone as a camera: a code to scan, and the photos as they arrive. The code is shown once and dies by itself. */
export function Camera({ caseId, attachments, onPoll, onClose }: CameraProps) {
  const { t } = useTranslation()
  const { run, running } = useAction(CameraInviteDocument)
  const [invited, setInvited] = useState<CameraInviteMutation['result'] | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [before] = useState(() => new Set(attachments.map((file) => file.id)))
  const arrived = attachments.filter((file) => file.source === 'PHONE' && !before.has(file.id))
  const poll = useRef(onPoll)

  useEffect(() => {
    poll.current = onPoll
  })
  useEffect(() => {
    if (!invited) return
    const timer = setInterval(() => poll.current(), POLL_MS)
    return () => clearInterval(timer)
  }, [invited])

  const invite = async () => {
    setRefused({ errors: [] })
    const outcome = await run({ caseId })
    if (outcome.done) setInvited(outcome.result)
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <Modal
      open
      title={t('papers.byPhone')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('actions.close')}
        </Button>,
        <Button key="make" type={invited ? 'default' : 'primary'} loading={running} onClick={() => void invite()}>
          {t(invited ? 'papers.newCode' : 'papers.makeCode')}
        </Button>,
      ]}
    >
      <Refusals errors={refused.errors} fault={refused.fault} />
      {invited?.link ? <Code link={invited.link} expiresAt={invited.expiresAt} /> : <p>{t('papers.phoneWhy')}</p>}
      <p role="status">{invited && t('papers.arrived', { count: arrived.length })}</p>
      <ul>
        {arrived.map((file) => (
          <li key={file.id}>{file.name}</li>
        ))}
      </ul>
    </Modal>
  )
}

function Code({ link, expiresAt }: { link: string; expiresAt?: string | null }) {
  const { t } = useTranslation()
  const url = new URL(link, location.origin).href
  return (
    <div className="slip">
      <QrCode text={url} label={t('papers.phoneQr')} />
      <p className="url">{url}</p>
      {expiresAt && (
        <p>
          {t('papers.validUntil')} <Instant at={expiresAt} />
        </p>
      )}
    </div>
  )
}
