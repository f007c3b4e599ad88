import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { Refusals } from '@/components/Refusals'
import { AttachmentOpenDocument, type AlertFactsFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { openLink } from '@/lib/open-link'
import { useAction, type UserError } from '@/lib/use-action'

type Proof = NonNullable<AlertFactsFragment['case']>['attachments'][number]

/** What was said about an alert, with its papers. */
export function AlertHistory({ alert }: { alert: AlertFactsFragment }) {
  const { t } = useTranslation()
  const { run } = useAction(AttachmentOpenDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const open = ({ id, name }: Proof) =>
    openLink(name, async () => {
      const outcome = await run({ id })
      setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
      return outcome.done ? outcome.result.url : null
    })
  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} />
      <ol className="timeline">
        {alert.steps.map((step, index) => (
          <li key={index}>
            <Instant at={step.at} /> <strong>{t(`alerts.steps.${step.kind}`)}</strong> {step.unit?.name}
            {step.ground && <> · {t(`alerts.grounds.${step.ground}`)}</>}
            {step.kind === 'CLIMBED' ? (
              <p>{t('alerts.climbedTo', { who: t(`alerts.levels.${step.note as '2' | '3'}`) })}</p>
            ) : (
              step.note && <p className="typed">{step.note}</p>
            )}
            {step.measures && (
              <p className="typed">
                {t('alerts.measures')}：{step.measures}
              </p>
            )}
            {step.attachmentId && <ProofLine proof={alert.case?.attachments.find((one) => one.id === step.attachmentId)} onOpen={open} />}
          </li>
        ))}
      </ol>
    </>
  )
}

function ProofLine({ proof, onOpen }: { proof?: Proof; onOpen: (proof: Proof) => Promise<void> }) {
  const { t } = useTranslation()
  return (
    <p>
      {t('alerts.proof')}：{proof ? proof.name : t('alerts.proofGone')}{' '}
      {proof?.viewerCanOpen && (
        <Button size="small" className="no-print" onClick={() => void onOpen(proof)} aria-label={t('upload.openOne', { name: proof.name })}>
          {t('upload.open')}
        </Button>
      )}
    </p>
  )
}
