import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AbsencesOfPersonDocument, type AccountRowFragment } from '@/gql/staff/graphql'
import { AbsenceList } from './AbsenceList'
import { AbsenceModal } from './AbsenceModal'
import { DismissModal } from './DismissModal'

interface AwayOfPersonProps {
  person: AccountRowFragment
  onReload: () => void
}

/** Leave with its deputy, the work in hand, and leaving for good. */
export function AwayOfPerson({ person, onReload }: AwayOfPersonProps) {
  const { t } = useTranslation()
  const [recording, setRecording] = useState(false)
  const [dismissing, setDismissing] = useState(false)
  const [{ data }, ask] = useQuery({
    query: AbsencesOfPersonDocument,
    variables: { id: person.id },
    requestPolicy: 'cache-and-network',
  })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const held = data?.account?.heldWork ?? 0
  return (
    <>
      <section aria-labelledby="away-of-person">
        <h2 id="away-of-person">{t('identity.leave')}</h2>
        <AbsenceList caption={t('identity.leave')} absences={data?.account?.absences ?? []} onReload={reload} />
        <p>
          <Button disabled={!!person.disabledAt} onClick={() => setRecording(true)}>
            {t('identity.recordAbsence')}
          </Button>
        </p>
      </section>
      <section aria-labelledby="work-of-person">
        <h2 id="work-of-person">{t('identity.work')}</h2>
        <p>{t('identity.held', { count: held })}</p>
        <p>
          <Button danger disabled={!!person.disabledAt} onClick={() => setDismissing(true)}>
            {t('identity.dismiss')}
          </Button>
        </p>
      </section>
      {recording && (
        <AbsenceModal
          accountId={person.id}
          unitId={person.posts.find((post) => post.unit)?.unit?.id}
          beyondUnit
          onDone={() => {
            setRecording(false)
            reload()
          }}
          onClose={() => setRecording(false)}
        />
      )}
      {dismissing && (
        <DismissModal
          person={person}
          held={held}
          onReload={onReload}
          onDone={() => {
            setDismissing(false)
            reload()
            onReload()
          }}
          onClose={() => setDismissing(false)}
        />
      )}
    </>
  )
}
