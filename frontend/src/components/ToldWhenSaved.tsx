import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Says that what was set holds now, until something is changed again. It stands outside the form, which is another one for each version. */
export function ToldWhenSaved({ children }: { children: (onSaved: () => void) => ReactNode }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState(false)
  return (
    <div className="told-when-saved" onChange={() => setSaved(false)}>
      {children(() => setSaved(true))}
      <div role="status">{saved && <Alert type="success" showIcon title={t('actions.saved')} />}</div>
    </div>
  )
}
