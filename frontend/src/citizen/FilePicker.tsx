import { useWords, type Words } from './language'
import type { useSending } from './sending'

const words = {
  take: ['拍照', 'Take a photo'],
  choose: ['选照片或PDF', 'Choose photo or PDF'],
  takeFor: ['拍照：{what}', 'Take a photo: {what}'],
  chooseFor: ['选照片或PDF：{what}', 'Choose photo or PDF: {what}'],
  queued: ['等待上传', 'waiting'],
  shrinking: ['正在压缩', 'making it smaller'],
  sending: ['正在上传 {share}%', 'sending {share}%'],
  unstable: ['网络中断，恢复后自动继续', 'line broken; goes on by itself'],
  sent: ['已上传', 'sent'],
  failed: ['没有传成：{why}', 'not sent: {why}'],
  again: ['再试一次', 'Try again'],
  drop: ['删除', 'Remove'],
  dropFile: ['删除 {name}', 'Remove {name}'],
} satisfies Words<string>

export const fileWords = {
  unreadable: ['手机打不开这个文件，请换一张照片', 'this phone cannot read the file'],
  trouble: ['系统暂时出错，请再试一次', 'something broke on our side; please try again'],
  photo: ['照片 {n}', 'Photo {n}'],
} satisfies Words<string>

interface FilePickerProps {
  id: string
  /** what the files are for, told to screen readers with each button */
  what: string
  sending: ReturnType<typeof useSending>
  described?: string
  /** what was sent stays: the window has it already */
  stays?: boolean
}

/** Two big buttons, and each file with what becomes of it. */
export function FilePicker({ id, what, sending: { files, add, again, drop }, described, stays }: FilePickerProps) {
  const { t } = useWords(words)
  return (
    <>
      <p class="shots">
        <label class="shot">
          {t('take')}
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={t('takeFor', { what })}
            aria-describedby={described}
            onChange={(event) => add(event.currentTarget)}
          />
        </label>
        <label class="shot">
          {t('choose')}
          <input
            type="file"
            accept="image/*,application/pdf,.pdf"
            multiple
            aria-label={t('chooseFor', { what })}
            aria-describedby={described}
            onChange={(event) => add(event.currentTarget)}
          />
        </label>
      </p>
      <ul class="history" aria-live="polite">
        {files.map((file) => (
          <li key={file.key}>
            <span class="strong" lang="zh-CN">
              {file.name}
            </span>
            <span class={file.at === 'failed' ? 'fault' : ''}>
              {file.at === 'sent' && '✓ '}
              {t(file.at, { share: file.share, why: file.why ?? '' })}
            </span>
            {file.at === 'failed' && (
              <button type="button" onClick={() => again(file)}>
                {t('again')}
              </button>
            )}
            {((file.at === 'sent' && !stays) || file.at === 'failed') && (
              <button type="button" class="quiet" aria-label={t('dropFile', { name: file.name })} onClick={() => drop(file.key)}>
                {t('drop')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
