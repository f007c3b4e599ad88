import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { CASE_ACTIONS, caseActions, type CaseActionName } from './case-actions'
import { CaseActionModal } from './CaseActionModal'
import { RatingInvite } from './RatingInvite'
import { RevealApplicant } from './RevealApplicant'

interface CaseActionsProps {
  one: CaseHeadFragment
  onReload: () => void
}

/** The buttons this viewer has now; the first is the next step. */
export function CaseActions({ one, onReload }: CaseActionsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<CaseActionName | null>(null)
  const [done, setDone] = useState<CaseActionName | null>(null)
  const [inviting, setInviting] = useState(false)
  const [revealing, setRevealing] = useState(false)
  const possible = CASE_ACTIONS.filter((name) => caseActions[name].may(one))

  return (
    <>
      {possible.map((name, place) => (
        <Button key={name} type={place === 0 ? 'primary' : 'default'} onClick={() => setOpen(name)}>
          {t(`cases.actions.${name}`)}
        </Button>
      ))}
      {one.viewerCanInviteRating && <Button onClick={() => setInviting(true)}>{t('cases.inviteRating')}</Button>}
      {one.viewerCanRevealApplicant && <Button onClick={() => setRevealing(true)}>{t('cases.reveal')}</Button>}
      <span role="status" className="visually-hidden">
        {done && t('cases.doneNow', { action: t(`cases.actions.${done}`) })}
      </span>
      {open && (
        <CaseActionModal
          action={open}
          one={one}
          onReload={onReload}
          onClose={() => setOpen(null)}
          onDone={() => {
            setDone(open)
            setOpen(null)
            onReload()
          }}
        />
      )}
      {revealing && <RevealApplicant caseId={one.id} onClose={() => setRevealing(false)} />}
      {inviting && <RatingInvite one={one} onClose={() => setInviting(false)} />}
    </>
  )
}
