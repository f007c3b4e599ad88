import { Button } from 'antd'
import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Page } from '@/components/Page'
import type { ReceiptFragment } from '@/gql/staff/graphql'
import { ReceiptSheet } from './ReceiptSheet'

interface ReceiptProps {
  receipt: ReceiptFragment
  password: string
  /** what later rooms offer */
  more?: ReactNode
  onNext: () => void
}

export function Receipt({ receipt, password, more, onNext }: ReceiptProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()

  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])

  const shortcuts = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyN') return
    event.preventDefault()
    onNext()
  }

  return (
    <div onKeyDown={shortcuts}>
      <Page
        title={receipt.acceptedAt ? t('cases.accepted') : t('legal.received')}
        actions={
          <>
            <Button type="primary" autoFocus onClick={() => window.print()}>
              {t('actions.print')}
            </Button>
            {more}
            <Button onClick={onNext} aria-keyshortcuts="Alt+N">
              {t('cases.next')} <kbd>Alt+N</kbd>
            </Button>
            <Button onClick={() => void navigate(`/cases/${receipt.id}`)}>{t('cases.openCase')}</Button>
          </>
        }
      >
        <p className="no-print">{t('cases.passwordOnce')}</p>
        <ReceiptSheet receipt={receipt} password={password} />
      </Page>
    </div>
  )
}
