import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

interface FirstPasswordOnceProps {
  password: string | null
  loginName: string
  onClose: () => void
}

/** A first password is told once; nobody can look it up again. */
export function FirstPasswordOnce({ password, loginName, onClose }: FirstPasswordOnceProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open={password !== null}
      title={t('identity.firstPasswordFor', { name: loginName })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('identity.writtenDown')}
        </Button>
      }
    >
      <p>{t('identity.onlyOnce')}</p>
      <p className="secret">{password}</p>
    </Modal>
  )
}
