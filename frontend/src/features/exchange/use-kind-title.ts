import { useTranslation } from 'react-i18next'

/** What a kind of data is called in the language of the screen; the server's word where there is none: tables of a standard have but one name. */
export function useKindTitle(): (kind: string, title: string) => string {
  const { t } = useTranslation()
  return (kind, title) => t(`exchange.titles.${kind}`, { defaultValue: title })
}
