import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/components/Facts'
import type { AccountRowFragment } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { usePostText } from '@/lib/use-post-text'

export interface FirstPassword {
  account: AccountRowFragment
  password: string
}

/** A first password is told once, on the screen or on a slip; nobody can look it up again. */
export function FirstPasswordOnce({ issued, onClose }: { issued: FirstPassword; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('identity.firstPasswordFor', { name: issued.account.loginName })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => window.print()}>{t('actions.print')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('identity.writtenDown')}
          </Button>
        </>
      }
    >
      <p className="no-print">{t('identity.onlyOnce')}</p>
      <FirstPasswordSlip {...issued} />
    </Modal>
  )
}

/** What the person is handed. */
export function FirstPasswordSlip({ account, password }: FirstPassword) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const postText = usePostText()
  return (
    <section className="sheet slip" aria-label={t('identity.firstPasswordSlip')}>
      <h2>
        <span>{district?.name}</span>
        {t('identity.firstPasswordSlip')}
      </h2>
      <Facts
        facts={[
          [t('identity.name'), account.name],
          [t('identity.posts'), account.posts.map(postText).join(t('pairs.next'))],
          [t('identity.loginName'), account.loginName],
        ]}
      />
      <p className="secret">{password}</p>
      <p className="note">{t('identity.firstPasswordNote', { url: location.origin })}</p>
    </section>
  )
}
