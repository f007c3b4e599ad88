import { render, type ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import './style.css'
import { LanguageContext, say, type Language, type Words } from './language'
import { recall, remember } from './storage'

interface Preferences {
  language: Language
  /** 0: 18 px, 1: 24 px, 2: 30 px */
  print: number
}

const KEY = 'lianban.citizen'
const WORDS = {
  brand: ['联办', 'Lianban'],
  language: ['English', '中文'],
  print0: ['字号：标准', 'Text: normal'],
  print1: ['字号：大', 'Text: large'],
  print2: ['字号：特大', 'Text: largest'],
  settings: ['显示设置', 'Display'],
  offline: ['网络已断开。您填的内容还在，恢复后可继续。', 'You are offline. What you entered is kept.'],
} satisfies Words<string>

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine !== false)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine !== false)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

interface ShellProps {
  /** the page's name, for the browser's tab */
  title: readonly [zh: string, en: string]
  children: ComponentChildren
}

/** Header with the two switches, the note of a lost network, and the page. */
function Shell({ title, children }: ShellProps) {
  const [{ language, print }, setPreferences] = useState<Preferences>(() => ({
    language: 'zh',
    print: 0,
    ...recall<Preferences>('localStorage', KEY),
  }))
  const online = useOnline()
  const t = say(WORDS, language)

  const change = (part: Partial<Preferences>) => {
    const next = { language, print, ...part }
    remember('localStorage', KEY, next)
    setPreferences(next)
  }

  const name = `${title[language === 'en' ? 1 : 0]} · ${t('brand')}`

  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = language === 'en' ? 'en' : 'zh-CN'
    root.className = `print-${print}`
    document.title = name
  }, [language, print, name])

  return (
    <LanguageContext.Provider value={language}>
      <header>
        <p class="brand">{t('brand')}</p>
        <nav aria-label={t('settings')}>
          <button type="button" class="quiet" onClick={() => change({ print: (print + 1) % 3 })}>
            {t(`print${print % 3}` as 'print0')}
          </button>
          <button
            type="button"
            class="quiet"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => change({ language: language === 'en' ? 'zh' : 'en' })}
          >
            {t('language')}
          </button>
        </nav>
      </header>
      <div role="status">{!online && <p class="notice">{t('offline')}</p>}</div>
      <main>{children}</main>
    </LanguageContext.Provider>
  )
}

/** Replaces the words "opening…" of the HTML file. */
export function mount(title: ShellProps['title'], page: ComponentChildren): void {
  const root = document.getElementById('app')
  if (!root) throw new Error('the page has no #app')
  root.textContent = ''
  render(<Shell title={title}>{page}</Shell>, root)
}
