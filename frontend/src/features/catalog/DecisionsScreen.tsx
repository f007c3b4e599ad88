import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '@/components/Page'
import { Tabs } from '@/components/Tabs'
import { useViewer } from '@/lib/viewer'
import { Conflicts } from './Conflicts'
import { DecisionModal } from './DecisionModal'
import { Register } from './Register'

/** What upper levels cancelled, adjusted and delegated since 2012, and what the list does not follow. */
export default function DecisionsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [typing, setTyping] = useState(false)
  const [round, setRound] = useState(0)
  const records = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  return (
    <Page
      title={t('app.decisions')}
      actions={
        records && (
          <Button type="primary" onClick={() => setTyping(true)}>
            {t('catalog.recordDecision')}
          </Button>
        )
      }
    >
      <p className="note">{t('catalog.decisionsWhy')}</p>
      <Tabs
        key={round}
        label={t('app.decisions')}
        tabs={[
          { key: 'conflicts', label: t('catalog.conflicts'), content: () => <Conflicts /> },
          { key: 'register', label: t('catalog.register'), content: () => <Register /> },
        ]}
      />
      {typing && (
        <DecisionModal
          onClose={() => setTyping(false)}
          onDone={() => {
            setTyping(false)
            setRound(round + 1)
          }}
        />
      )}
    </Page>
  )
}
