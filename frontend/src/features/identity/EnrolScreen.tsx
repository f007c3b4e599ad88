import { useTranslation } from 'react-i18next'
import { SecurityParts } from './SecurityParts'
import { signOut } from './sign-in'

/** The only thing an account may do that must have a second factor and has none. */
export default function EnrolScreen({ onEnrolled }: { onEnrolled: () => void }) {
  const { t } = useTranslation()
  const leave = async () => {
    await signOut()
    location.assign('/')
  }
  return (
    <main className="door">
      <section className="door-card roomy">
        <h1>{t('security.enrol')}</h1>
        <p>{t('security.enrolWhy')}</p>
        <SecurityParts onEnrolled={onEnrolled} />
        <p className="beside">
          <button type="button" className="plain-link" onClick={() => void leave()}>
            {t('app.signOut')}
          </button>
        </p>
      </section>
    </main>
  )
}
