import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { FirstPasswordsIssueDocument, type AccountRowFragment, type FirstPasswordsIssueMutation } from '@/gql/staff/graphql'
import { useAction } from '@/lib/use-action'
import { FirstPasswordSlip } from './FirstPasswordOnce'

type Slips = FirstPasswordsIssueMutation['result']['slips']
const MOST = 50

/** First passwords for the people shown who still have one to change: one sheet to print and cut. */
export function FirstPasswordSheet({ rows }: { rows: readonly AccountRowFragment[] }) {
  const { t } = useTranslation()
  const [slips, setSlips] = useState<Slips | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { run, running } = useAction(FirstPasswordsIssueDocument)
  const words = useRefusalWords()
  const pending = rows.filter((row) => row.mustChangePassword && !row.disabledAt && !row.lastSignInAt).slice(0, MOST)
  const issue = async () => {
    const outcome = await run({ ids: pending.map((row) => row.id) })
    const first = outcome.done ? undefined : outcome.userErrors[0]
    if (outcome.done) setSlips(outcome.result.slips)
    setRefused(outcome.done ? null : first ? words(first) : t('faults.INTERNAL'))
  }
  if (pending.length === 0) return null
  return (
    <div className="no-print">
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
      <Button loading={running} onClick={() => void issue()}>
        {t('identity.issueSheet', { count: pending.length })}
      </Button>
      {slips && (
        <Modal
          open
          width={640}
          title={t('identity.firstPasswordSlip')}
          mask={{ closable: false }}
          onCancel={() => setSlips(null)}
          footer={
            <>
              <Button onClick={() => window.print()}>{t('actions.print')}</Button>
              <Button type="primary" onClick={() => setSlips(null)}>
                {t('identity.writtenDown')}
              </Button>
            </>
          }
        >
          <p className="no-print">{t('identity.onlyOnce')}</p>
          {slips.map((slip) => (
            <FirstPasswordSlip key={slip.account.id} account={slip.account} password={slip.firstPassword} />
          ))}
        </Modal>
      )}
    </div>
  )
}
