import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface LoadMoreProps {
  shown: number
  total?: number
  hasMore: boolean
  loading: boolean
  onMore: () => void
}

export function LoadMore({ shown, total, hasMore, loading, onMore }: LoadMoreProps) {
  const { t } = useTranslation()
  return (
    <p className="load-more no-print" aria-live="polite">
      <span>{total == null ? t('list.shown', { shown }) : t('list.shownOf', { shown, total })}</span>
      {hasMore && (
        <Button onClick={onMore} loading={loading}>
          {t('list.more')}
        </Button>
      )}
    </p>
  )
}
