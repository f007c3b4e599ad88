import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '@/components/Page'
import { NoPermission } from '@/components/ScreenStates'
import type { ReceiptFragment } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { AcceptForm } from './AcceptForm'
import { Receipt } from './Receipt'

/** Receives and accepts a case at the window; then the receipt, which alone shows the query password. */
export default function AcceptScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [accepted, setAccepted] = useState<{ receipt: ReceiptFragment; password: string } | null>(null)

  if (!viewer.viewerCanAcceptCases) {
    return (
      <Page title={t('app.accept')}>
        <NoPermission />
      </Page>
    )
  }
  if (accepted) return <Receipt {...accepted} onNext={() => setAccepted(null)} />
  return (
    <Page title={t('app.accept')}>
      <AcceptForm onAccepted={(receipt, password) => setAccepted({ receipt, password })} />
    </Page>
  )
}
