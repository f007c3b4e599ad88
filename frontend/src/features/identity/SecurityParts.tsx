import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { AccountSecurityDocument, RecoveryCodesRenewDocument, type AccountSecurityQuery } from '@/gql/staff/graphql'
import { useAction, type UserError } from '@/lib/use-action'
import { PasskeysSection } from './PasskeysSection'
import { RecoveryCodesOnce } from './RecoveryCodesOnce'
import { TotpSection } from './TotpSection'
import { useProof } from './use-proof'

type Security = NonNullable<AccountSecurityQuery['viewer']>['security']
export type Passkey = Security['passkeys'][number]

export interface SecurityPartProps {
  security: Security
  proven: ReturnType<typeof useProof>['proven']
  /** recovery codes to be told once; the second factor is there by now */
  onCodes: (codes: readonly string[]) => void
  onReload: () => void
}

/** Everything about how one's own account is signed in to. */
export function SecurityParts({ onEnrolled }: { onEnrolled?: () => void }) {
  const [{ data, fetching, error }, ask] = useQuery({ query: AccountSecurityDocument })
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { proven, dialog } = useProof()
  const viewer = data?.viewer
  const reload = () => {
    ask({ requestPolicy: 'network-only' })
    onEnrolled?.()
  }
  const close = () => {
    setCodes(null)
    reload()
  }
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!viewer}>
      {() =>
        viewer && (
          <>
            <TotpSection security={viewer.security} proven={proven} onCodes={setCodes} onReload={reload} />
            <PasskeysSection security={viewer.security} proven={proven} onCodes={setCodes} onReload={reload} />
            {(viewer.security.totpSince || viewer.security.passkeys.length > 0) && (
              <RecoverySection security={viewer.security} proven={proven} onCodes={setCodes} onReload={reload} />
            )}
            {codes && <RecoveryCodesOnce codes={codes} loginName={viewer.loginName} onClose={close} />}
            {dialog}
          </>
        )
      }
    </ScreenState>
  )
}

function RecoverySection({ security, proven, onCodes }: SecurityPartProps) {
  const { t } = useTranslation()
  const { run, running } = useAction(RecoveryCodesRenewDocument)
  const [errors, setErrors] = useState<UserError[]>([])
  const renew = async () => {
    const outcome = await proven(() => run({}))
    setErrors(outcome.done ? [] : outcome.userErrors)
    if (outcome.done) onCodes(outcome.result.recoveryCodes ?? [])
  }
  return (
    <section aria-labelledby="security-recovery">
      <h2 id="security-recovery">{t('security.recovery')}</h2>
      <p>{t('security.recoveryWhy', { count: security.recoveryCodesLeft })}</p>
      <Refusals errors={errors} />
      <Button loading={running} onClick={() => void renew()}>
        {t('security.renew')}
      </Button>
    </section>
  )
}
