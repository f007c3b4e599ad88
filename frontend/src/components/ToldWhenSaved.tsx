import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ToldWhenSavedProps {
  /** brings the new version, and its form with it */
  onSaved: () => void
  /** the form, which calls this when it has saved */
  children: (onSaved: () => void) => ReactNode
}

/** Says that what was set holds now, until something is changed again. It stands outside the form, which is another one for each version. */
export function ToldWhenSaved({ onSaved, children }: ToldWhenSavedProps) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState(false)
  const done = () => {
    onSaved()
    setSaved(true)
  }
  return (
    <div className="told-when-saved" onChange={() => setSaved(false)}>
      {children(done)}
      <div role="status">{saved && <Alert type="success" showIcon title={t('actions.saved')} />}</div>
    </div>
  )
}
