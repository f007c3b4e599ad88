import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PageProps {
  title: string
  /** beside the heading: buttons of the whole page */
  actions?: ReactNode
  children: ReactNode
}

export function Page({ title, actions, children }: PageProps) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  return (
    <article className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions no-print">{actions}</div>}
      </header>
      {children}
    </article>
  )
}
