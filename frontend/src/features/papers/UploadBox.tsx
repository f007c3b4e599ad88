import { Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { formatBytes } from '@/lib/bytes'
import { useUploads, type Sending } from './use-uploads'

interface UploadBoxProps {
  caseId: string
  materials: readonly { seq: number; name: string }[]
  onArrived: () => void
  onCamera: () => void
}

const NO_MATERIAL = '0'
const ACCEPT = '.pdf,.ofd,.jpg,.jpeg,.png,.webp,.heic,.gif,.bmp,.tif,.tiff,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.txt,.csv'

/** Files by button or dropped here; each with its progress, and "again" when it broke off. */
export function UploadBox({ caseId, materials, onArrived, onCamera }: UploadBoxProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [material, setMaterial] = useState(NO_MATERIAL)
  const uploads = useUploads(caseId, onArrived)

  const add = (files: FileList | null) => void uploads.add([...(files ?? [])], Number(material) || null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    add(event.dataTransfer.files)
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
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPT}
          onChange={(event) => {
            add(event.target.files)
            event.target.value = ''
          }}
        />
        <Button type="primary" onClick={() => input.current?.click()}>
          {t('papers.chooseFiles')}
        </Button>
        <Button onClick={onCamera}>{t('papers.byPhone')}</Button>
      </div>
      <p className="note">{t('papers.uploadHint')}</p>
      <ul className="uploads" aria-live="polite">
        {uploads.sending.map((one) => (
          <OneUpload key={one.key} one={one} onAgain={() => void uploads.again(one)} onForget={() => uploads.forget(one.key)} />
        ))}
      </ul>
    </section>
  )
}

function OneUpload({ one, onAgain, onForget }: { one: Sending; onAgain: () => void; onForget: () => void }) {
  const { t } = useTranslation()
  const share = one.file.size === 0 ? 0 : Math.floor((100 * one.received) / one.file.size)
  return (
    <li>
      <span>
        {one.file.name} · {formatBytes(one.file.size)}
      </span>
      {one.fault ? (
        <>
          <strong className="fault">{one.fault}</strong>
          <Button size="small" onClick={onAgain}>
            {t('papers.again')}
          </Button>
          <Button size="small" onClick={onForget}>
            {t('actions.cancel')}
          </Button>
        </>
      ) : (
        <>
          <Progress percent={share} size="small" aria-label={t('papers.uploading', { name: one.file.name })} />
          {one.waiting && <em>{t('papers.lineBroken')}</em>}
        </>
      )}
    </li>
  )
}
