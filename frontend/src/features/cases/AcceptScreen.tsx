import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Page } from '@/components/Page'
import { NoPermission } from '@/components/ScreenStates'
import type { ReceiptFragment } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import type { Consulted } from './accept-form'
import { AcceptForm } from './AcceptForm'
import { Receipt } from './Receipt'

/**
 * Receives and accepts a case at the window; then the receipt, which alone shows the query password.
 * @param receiptActions what later rooms offer beside the receipt
 */
export default function AcceptScreen({ receiptActions }: { receiptActions?: (caseId: string) => ReactNode }) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const state = useLocation().state as { consultation?: Consulted } | null
  const [consulted, setConsulted] = useState(state?.consultation)
  const [accepted, setAccepted] = useState<{ receipt: ReceiptFragment; password: string } | null>(null)

  if (!viewer.viewerCanAcceptCases) {
    return (
      <Page title={t('app.accept')}>
        <NoPermission />
      </Page>
    )
  }
  if (accepted) {
    const next = () => {
      setConsulted(undefined)
      setAccepted(null)
    }
    return <Receipt {...accepted} more={receiptActions?.(accepted.receipt.id)} onNext={next} />
  }
  return (
    <Page title={t('app.accept')}>
      <AcceptForm consulted={consulted} onAccepted={(receipt, password) => setAccepted({ receipt, password })} />
    </Page>
  )
}
