import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { ChooseFiles, UploadList } from '@/components/Uploads'
import { useUploads } from '@/components/use-uploads'
import { AttachmentUploadDocument, type AlertFactsFragment } from '@/gql/staff/graphql'

interface ProofFieldProps {
  /** given by the form */
  id?: string
  value?: string
  onChange?: (value?: string) => void
  of: NonNullable<AlertFactsFragment['case']>
  onArrived: () => void
}

/** The paper that proves the answer: one of the case's attachments, or a new one. */
export function ProofField({ id, value, onChange, of, onArrived }: ProofFieldProps) {
  const { t } = useTranslation()
  const [, ask] = useMutation(AttachmentUploadDocument)
  const uploads = useUploads(
    (file) => ask({ input: { ...file, caseId: of.id } }),
    (arrived) => {
      onChange?.(arrived)
      onArrived()
    },
  )
  const proofs = of.attachments.filter((one) => one.state !== 'INFECTED').map((one) => ({ value: one.id, label: one.name }))
  return (
    <>
      <div className="upload-row">
        <Select
          id={id}
          className="grow"
          allowClear
          value={proofs.some((one) => one.value === value) ? value : undefined}
          onChange={onChange}
          placeholder={t('alerts.noProof')}
          options={proofs}
        />
        {of.viewerCanAttach && <ChooseFiles single onChosen={(files) => void uploads.add(files)} />}
      </div>
      <UploadList uploads={uploads} />
    </>
  )
}
