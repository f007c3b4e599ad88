import { useTranslation } from 'react-i18next'
import type { UserError } from '@/lib/use-action'

/** The server speaks Chinese; in English a known code has words of its own. */
export function useRefusalWords() {
  const { t, i18n } = useTranslation()
  return (error: UserError) => {
    if (error.code === 'VERSION_CONFLICT') return t('refusals.conflict')
    return i18n.language === 'en' ? t(`refusals.codes.${error.code}`, { defaultValue: error.message }) : error.message
  }
}
