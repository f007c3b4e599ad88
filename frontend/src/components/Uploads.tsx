import { Button, Progress } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '@/lib/bytes'
import type { Sending, useUploads } from './use-uploads'

const ACCEPT = '.pdf,.ofd,.jpg,.jpeg,.png,.webp,.heic,.gif,.bmp,.tif,.tiff,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.txt,.csv'

/** The button that chooses files; what they are is told by their content when they have come. */
export function ChooseFiles({ primary = false, single = false, onChosen }: { primary?: boolean; single?: boolean; onChosen: (files: File[]) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={!single}
        // antd shows the hidden inputs of its forms
        style={{ display: 'none' }}
        accept={ACCEPT}
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button type={primary ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {t('upload.choose')}
      </Button>
    </>
  )
}

/** What is on its way: each with its progress, and "again" when it broke off. */
export function UploadList({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
  return (
    <ul className="uploads" aria-live="polite">
      {uploads.sending.map((one) => (
        <OneUpload key={one.key} one={one} onAgain={() => void uploads.again(one)} onForget={() => uploads.forget(one.key)} />
      ))}
    </ul>
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
            {t('upload.again')}
          </Button>
          <Button size="small" onClick={onForget}>
            {t('actions.cancel')}
          </Button>
        </>
      ) : (
        <>
          <Progress percent={share} size="small" aria-label={t('upload.uploading', { name: one.file.name })} />
          {one.waiting && <em>{t('upload.lineBroken')}</em>}
        </>
      )}
    </li>
  )
}
