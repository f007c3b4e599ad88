import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Result
      status="info"
      title={<h1>{t('app.notFound')}</h1>}
      subTitle={t('app.notFoundWhy')}
      extra={<Link to="/queue">{t('app.home')}</Link>}
    />
  )
}

/** A screen threw, or its chunk belongs to a version that is no longer served. */
export function Crashed() {
  const { t } = useTranslation()
  return (
    <Result
      status="warning"
      title={<h1>{t('app.crashed')}</h1>}
      subTitle={t('app.crashedWhy')}
      extra={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
    />
  )
}
