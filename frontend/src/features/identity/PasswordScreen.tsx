import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '@/components/Page'
import { useViewer } from '@/lib/viewer'
import { PasswordForm } from './PasswordForm'

export default function PasswordScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [changed, setChanged] = useState(false)
  return (
    <Page title={t('identity.changePassword')}>
      {changed ? (
        <Alert type="success" showIcon role="status" title={t('identity.passwordChanged')} />
      ) : (
        <PasswordForm loginName={viewer.loginName} onChanged={() => setChanged(true)} />
      )}
    </Page>
  )
}
