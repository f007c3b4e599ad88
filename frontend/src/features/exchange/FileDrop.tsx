import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface FileDropProps {
  busy: boolean
  onFile: (file: File) => void
}

/** A file chosen by mouse, keyboard or dragging: a native file input that fills its label. */
export function FileDrop({ busy, onFile }: FileDropProps) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !busy) onFile(file)
  }

  return (
    <label
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept=".xlsx,.csv,.txt,.json"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <strong>{busy ? t('exchange.uploading') : t('exchange.drop')}</strong>
      <span className="note">{t('exchange.dropHint')}</span>
    </label>
  )
}
