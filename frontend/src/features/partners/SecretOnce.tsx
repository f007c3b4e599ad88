import { Alert, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/components/Facts'
import { copyOf } from './copy'

export interface IssuedSecret {
  name: string
  clientId: string
  secret: string
}

/** The one time that anybody sees the secret. */
export function SecretOnce({ issued, note, onClose }: { issued: IssuedSecret; note: string; onClose: () => void }) {
  const { t } = useTranslation()
  const secret = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    if (secret.current) setCopied(await copyOf(secret.current))
  }
  return (
    <Modal
      open
      title={t('partners.registered', { name: issued.name })}
      mask={{ closable: false }}
      keyboard={false}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('partners.copySecret')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('partners.kept')}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={t('partners.once')} />
      <Facts
        facts={[
          [t('partners.clientId'), <code key="client">{issued.clientId}</code>],
          [
            t('partners.secret'),
            <code key="secret" className="url" ref={secret}>
              {issued.secret}
            </code>,
          ],
        ]}
      />
      <p role="status">{copied === null ? '' : t(copied ? 'actions.copied' : 'partners.copyYourself')}</p>
      <p className="note">{note}</p>
    </Modal>
  )
}
