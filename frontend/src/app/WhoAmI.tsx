import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { signOut } from '@/features/identity/sign-in'
import { useViewer } from '@/lib/viewer'

export function WhoAmI() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const leave = async () => {
    await signOut()
    location.assign('/')
  }
  return (
    <div className="who">
      <p>
        <strong>{viewer.name}</strong>
        <span>{viewer.unit?.name ?? viewer.posts.map((post) => t(`roles.${post.role}`)).join(', ')}</span>
      </p>
      <Link to="/security">{t('security.title')}</Link>
      <Link to="/password">{t('app.password')}</Link>
      <button type="button" className="plain-link" onClick={() => void leave()}>
        {t('app.signOut')}
      </button>
    </div>
  )
}
