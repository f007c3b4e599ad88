import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

interface RecoveryCodesOnceProps {
  codes: readonly string[]
  loginName: string
  onClose: () => void
}

/** Told once, on the screen or on paper. */
export function RecoveryCodesOnce({ codes, loginName, onClose }: RecoveryCodesOnceProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('security.codesTitle')}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      footer={
        <>
          <Button onClick={() => window.print()}>{t('actions.print')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('security.saved')}
          </Button>
        </>
      }
    >
      <p>{t('security.codesOnce')}</p>
      <section className="sheet slip" aria-label={t('security.codesFor', { name: loginName })}>
        <h2>{t('security.codesFor', { name: loginName })}</h2>
        <ul className="recovery-codes code">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </section>
    </Modal>
  )
}
