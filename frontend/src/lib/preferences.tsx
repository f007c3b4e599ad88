import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import i18n from 'i18next'

export interface Preferences {
  language: 'zh' | 'en'
  largePrint: boolean
  dark: boolean
}

interface PreferencesContext extends Preferences {
  change: (part: Partial<Preferences>) => void
}

const KEY = 'lianban.preferences'
const Context = createContext<PreferencesContext | null>(null)

function stored(): Preferences {
  const first: Preferences = { language: 'zh', largePrint: false, dark: false }
  try {
    return { ...first, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return first
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A browser that forbids storage still works; it only forgets.
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(stored)
  const { language } = preferences

  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
    void i18n.changeLanguage(language)
  }, [language])

  const value = useMemo(() => {
    const change = (part: Partial<Preferences>) =>
      setPreferences((old) => {
        const next = { ...old, ...part }
        keep(next)
        return next
      })
    return { ...preferences, change }
  }, [preferences])

  return <Context value={value}>{children}</Context>
}

export function usePreferences(): PreferencesContext {
  const value = use(Context)
  if (!value) throw new Error('usePreferences outside PreferencesProvider')
  return value
}
