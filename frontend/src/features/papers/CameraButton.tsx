import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CaseAttachmentsDocument } from '@/gql/staff/graphql'
import { Camera } from './Camera'

/** One click from anywhere to a phone as the case's camera. */
export function CameraButton({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [{ data }, ask] = useQuery({ query: CaseAttachmentsDocument, variables: { id: caseId }, pause: !open })
  const one = data?.case
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('papers.byPhone')}</Button>
      {open && one && (
        <Camera caseId={caseId} attachments={one.attachments} onPoll={() => ask({ requestPolicy: 'network-only' })} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
