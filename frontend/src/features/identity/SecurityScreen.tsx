import { useTranslation } from 'react-i18next'
import { Page } from '@/components/Page'
import { SecurityParts } from './SecurityParts'

export default function SecurityScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('security.title')}>
      <p>{t('security.why')}</p>
      <SecurityParts />
    </Page>
  )
}
