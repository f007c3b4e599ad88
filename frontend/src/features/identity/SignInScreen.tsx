import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/lib/preferences'
import { SignInForm } from './SignInForm'

export function SignInScreen({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation()
  const { language, largePrint, change } = usePreferences()
  useEffect(() => {
    document.title = `${t('identity.signIn')} · ${t('app.name')}`
  }, [t])
  return (
    <main className="door">
      <section className="door-card">
        <h1>{t('app.name')}</h1>
        <p>{t('app.tagline')}</p>
        <SignInForm onSignedIn={onSignedIn} />
        <p className="switches">
          <button type="button" aria-pressed={largePrint} onClick={() => change({ largePrint: !largePrint })}>
            {t('app.largePrint')}
          </button>
          <button type="button" onClick={() => change({ language: language === 'zh' ? 'en' : 'zh' })}>
            {t('app.language')}
          </button>
        </p>
      </section>
    </main>
  )
}
