import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export type Language = 'zh' | 'en'

/** Chinese first, English beside it, so that neither can be forgotten. `{name}` is filled in. */
export type Words<Key extends string> = Record<Key, readonly [zh: string, en: string]>

export const LanguageContext = createContext<Language>('zh')

export function say<Key extends string>(words: Words<Key>, language: Language) {
  return (key: Key, values: Record<string, string | number> = {}): string =>
    words[key][language === 'en' ? 1 : 0].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

export function useWords<Key extends string>(words: Words<Key>) {
  const language = useContext(LanguageContext)
  return { t: say(words, language), language }
}
