import { useTranslation } from 'react-i18next'
import { PasswordForm } from './PasswordForm'

/** The only thing an account with a first password may do. */
export default function FirstPasswordScreen({ loginName, onChanged }: { loginName: string; onChanged: () => void }) {
  const { t } = useTranslation()
  return (
    <main className="door">
      <section className="door-card">
        <h1>{t('identity.firstPassword')}</h1>
        <p>{t('identity.firstPasswordWhy')}</p>
        <PasswordForm loginName={loginName} onChanged={onChanged} />
      </section>
    </main>
  )
}
