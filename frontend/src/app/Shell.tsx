import { Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { UnreadLink } from '@/features/outbox/UnreadLink'
import { useViewer } from '@/lib/viewer'
import { DisplaySwitches } from './DisplaySwitches'
import { MainMenu } from './MainMenu'
import { WhoAmI } from './WhoAmI'

/** Header, menu and the place where screens appear. */
export function Shell() {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [menuOpen, setMenuOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const navigation = useNavigation()
  const lastPath = useRef(pathname)

  useEffect(() => {
    if (lastPath.current === pathname) return
    lastPath.current = pathname
    setMenuOpen(false)
    window.scrollTo(0, 0)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <header className="top no-print">
        <button type="button" className="menu-button" aria-expanded={menuOpen} onClick={() => setMenuOpen(true)}>
          <span aria-hidden="true">☰</span> {t('app.menu')}
        </button>
        <p className="brand">
          <strong>{t('app.name')}</strong> <span>{district?.name}</span>
        </p>
        <UnreadLink />
        <DisplaySwitches />
        <WhoAmI />
      </header>
      <nav className="side no-print" aria-label={t('app.mainNavigation')}>
        <MainMenu />
      </nav>
      <Drawer
        open={menuOpen}
        placement="left"
        size={280}
        title={t('app.menu')}
        closable={{ 'aria-label': t('app.closeMenu') }}
        onClose={() => setMenuOpen(false)}
      >
        <nav aria-label={t('app.mainNavigation')}>
          <MainMenu />
        </nav>
        <WhoAmI />
      </Drawer>
      <main id="main" ref={main} tabIndex={-1} aria-busy={navigation.state !== 'idle'}>
        <Outlet />
      </main>
    </div>
  )
}
