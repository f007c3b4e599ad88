import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ServerFault } from '@/lib/graphql-error'
import type { UserError } from '@/lib/use-action'
import { useRefusalWords } from './use-refusal-words'

interface RefusalsProps {
  errors: readonly UserError[]
  fault?: ServerFault
  /** fetches the newest version after somebody else was first; what was typed stays */
  onReload?: () => void
}

/** Refusals about the whole action, and faults. */
export function Refusals({ errors, fault, onReload }: RefusalsProps) {
  const { t } = useTranslation()
  const words = useRefusalWords()
  return (
    <div aria-live="assertive" className="refusals">
      {errors.map((error) => (
        <Alert
          key={`${error.code} ${error.field}`}
          type="error"
          showIcon
          title={words(error)}
          description={error.code === 'VERSION_CONFLICT' ? t('refusals.conflictWhy') : undefined}
          action={
            error.code === 'VERSION_CONFLICT' &&
            onReload && <Button onClick={onReload}>{t('refusals.reload')}</Button>
          }
        />
      ))}
      {fault && (
        <Alert
          type="error"
          showIcon
          title={t(`faults.${fault.code}`, { defaultValue: t('faults.INTERNAL') })}
          description={
            fault.errorId
              ? t('states.errorId', { id: fault.errorId })
              : fault.code === 'NETWORK' && t('refusals.networkWhy')
          }
        />
      )}
    </div>
  )
}
