import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { CASE_ACTIONS, caseActions, type CaseActionName } from './case-actions'
import { CaseActionModal } from './CaseActionModal'
import { useActionName } from './use-action-name'
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
  const nameOf = useActionName()
  const possible = CASE_ACTIONS.filter((name) => caseActions[name].may(one))
  const aside = possible.filter((name) => caseActions[name].aside?.(one))
  const inFront = possible.filter((name) => !aside.includes(name))

  return (
    <>
      {inFront.map((name, place) => (
        <Button key={name} type={place === 0 ? 'primary' : 'default'} onClick={() => setOpen(name)}>
          {nameOf(name)}
        </Button>
      ))}
      {aside.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: aside.map((name) => ({ key: name, label: nameOf(name) })), onClick: ({ key }) => setOpen(key as CaseActionName) }}
        >
          <Button aria-haspopup="menu">{t('legal.more')}</Button>
        </Dropdown>
      )}
      {one.viewerCanInviteRating && <Button onClick={() => setInviting(true)}>{t('cases.inviteRating')}</Button>}
      {one.viewerCanRevealApplicant && <Button onClick={() => setRevealing(true)}>{t('cases.reveal')}</Button>}
      <span role="status" className="note">
        {done && t('cases.doneNow', { action: nameOf(done) })}
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
