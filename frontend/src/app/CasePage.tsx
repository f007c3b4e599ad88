import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import CaseScreen from '@/features/cases/CaseScreen'
import { WhoIsTold } from '@/features/outbox/WhoIsTold'
import { Attachments } from '@/features/papers/Attachments'
import { Papers } from '@/features/papers/Papers'
import { CaseAlerts } from '@/features/supervision/CaseAlerts'

/** A case with what later rooms show on it: rooms do not import each other, so they meet here. */
export default function CasePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  return (
    <CaseScreen
      moreTabs={[
        { key: 'attachments', label: t('papers.attachments'), content: () => <Attachments caseId={id} /> },
        { key: 'papers', label: t('papers.papers'), content: () => <Papers caseId={id} /> },
        { key: 'alerts', label: t('app.alerts'), content: () => <CaseAlerts caseId={id} /> },
        { key: 'told', label: t('outbox.whoIsTold'), content: () => <WhoIsTold caseId={id} /> },
      ]}
    />
  )
}
