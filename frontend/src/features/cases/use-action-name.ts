import { useTranslation } from 'react-i18next'
import { isLegal, type CaseActionName } from './case-actions'

/** What the button of an action says. */
export function useActionName(): (name: CaseActionName) => string {
  const { t } = useTranslation()
  return (name) => (isLegal(name) ? t(`legal.actions.${name}`) : t(`cases.actions.${name}`))
}
