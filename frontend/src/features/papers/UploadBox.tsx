import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { Choice } from '@/components/Choice'
import { ChooseFiles, UploadList } from '@/components/Uploads'
import { useUploads } from '@/components/use-uploads'
import { AttachmentUploadDocument } from '@/gql/staff/graphql'

interface UploadBoxProps {
  caseId: string
  materials: readonly { seq: number; name: string }[]
  onArrived: () => void
  onCamera: () => void
}

const NO_MATERIAL = '' // 0 is the agent's mandate

/** Files by button or dropped here. */
export function UploadBox({ caseId, materials, onArrived, onCamera }: UploadBoxProps) {
  const { t } = useTranslation()
  const [material, setMaterial] = useState(NO_MATERIAL)
  const [, ask] = useMutation(AttachmentUploadDocument)
  const uploads = useUploads((file, materialSeq) => ask({ input: { ...file, caseId, materialSeq } }), onArrived)

  const add = (files: File[]) => void uploads.add(files, material === NO_MATERIAL ? null : Number(material))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    add([...event.dataTransfer.files])
  }

  return (
    <section className="upload-box no-print" aria-label={t('papers.upload')} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="upload-row">
        <Choice label={t('papers.material')} value={material} onChange={setMaterial}>
          <option value={NO_MATERIAL}>{t('papers.noMaterial')}</option>
          {materials.map(({ seq, name }) => (
            <option key={seq} value={seq}>
              {name}
            </option>
          ))}
        </Choice>
        <ChooseFiles primary onChosen={add} />
        <Button onClick={onCamera}>{t('papers.byPhone')}</Button>
      </div>
      <p className="note">{t('papers.uploadHint')}</p>
      <UploadList uploads={uploads} />
    </section>
  )
}
