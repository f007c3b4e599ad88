import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface LoadMoreProps {
  shown: number
  total?: number
  hasMore: boolean
  /** an order holds for the rows shown only */
  part?: boolean
  loading: boolean
  onMore: () => void
}

export function LoadMore({ shown, total, hasMore, part, loading, onMore }: LoadMoreProps) {
  const { t } = useTranslation()
  return (
    <p className="load-more no-print" aria-live="polite">
      <span>{total == null ? t('list.shown', { shown }) : t('list.shownOf', { shown, total })}</span>
      {part && <span className="warn">{t('list.partOrder', { shown })}</span>}
      {hasMore && (
        <Button onClick={onMore} loading={loading}>
          {t('list.more')}
        </Button>
      )}
    </p>
  )
}
