import { useTranslation } from 'react-i18next'

/** What a kind of notice is called in the language of the screen. */
export function useKindWords(): (kind: { words: string; wordsEn: string }) => string {
  const { i18n } = useTranslation()
  return ({ words, wordsEn }) => (i18n.language === 'en' ? wordsEn : words)
}
