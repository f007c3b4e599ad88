import { Alert, Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CombinedError } from 'urql'
import { faultOf } from '@/lib/graphql-error'

export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('states.loading')}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}

export function NoPermission() {
  const { t } = useTranslation()
  return <Result status="info" title={t('states.noPermission')} subTitle={t('states.noPermissionWhy')} />
}

export function Nothing({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children ?? t('states.empty')}>
      {action}
    </Empty>
  )
}

export function Failed({ error, retry }: { error: CombinedError; retry?: () => void }) {
  const { t } = useTranslation()
  const fault = faultOf(error)
  if (fault.code === 'FORBIDDEN') return <NoPermission />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t(`faults.${fault.code}`, { defaultValue: t('faults.INTERNAL') })}
      description={fault.errorId ? t('states.errorId', { id: fault.errorId }) : undefined}
      action={retry && <Button onClick={retry}>{t('states.retry')}</Button>}
    />
  )
}

interface ScreenStateProps {
  fetching: boolean
  error?: CombinedError
  retry: () => void
  /** true: the answer is here and holds nothing */
  empty?: boolean
  emptyText?: ReactNode
  emptyAction?: ReactNode
  children: () => ReactNode
}

/** The four states of a screen. Rows that are already here stay visible when a reload fails. */
export function ScreenState({ fetching, error, retry, empty, emptyText, emptyAction, children }: ScreenStateProps) {
  if (fetching) return <Loading />
  if (error) return <Failed error={error} retry={retry} />
  if (empty) return <Nothing action={emptyAction}>{emptyText}</Nothing>
  return <>{children()}</>
}
