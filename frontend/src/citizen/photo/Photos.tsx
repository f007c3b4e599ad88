import { CameraUploadDocument } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { momentInWords } from '../days'
import { useWords } from '../language'
import { useSending } from '../sending'
import type { Subject } from './PhotoPage'
import { words } from './words'

interface PhotosProps {
  subject: Subject
  district: string
  token: string
  onInvalid: () => void
}

/** Takes photos and sends them one by one. */
export function Photos({ subject, district, token, onInvalid }: PhotosProps) {
  const { t, language } = useWords(words)
  const { files: photos, add, again } = useSending(
    async (idempotencyKey, name, size) =>
      (await ask(CameraUploadDocument, { input: { idempotencyKey, token, name, size } }, district)).cameraUpload,
    { unreadable: t('unreadable'), trouble: t('trouble'), photo: (n) => `照片 ${n}` },
    [],
    (code) => {
      if (code === 'CAMERA_LINK_INVALID') onInvalid()
      return code === 'CAMERA_LINK_INVALID'
    },
  )
  const sent = photos.filter(({ at }) => at === 'sent').length

  return (
    <section class="card">
      <h1>{t('title')}</h1>
      <div lang="zh-CN">
        <p class="strong">{subject.itemName}</p>
        <p>
          {subject.districtName} {subject.unitName}
        </p>
      </div>
      <p>{t('hint')}</p>
      <p class="hint">{t('until', { at: momentInWords(subject.expiresAt, language) })}</p>
      <p class="shots">
        <label class="shot primary">
          {t('take')}
          <input type="file" accept="image/*" capture="environment" onChange={(event) => add(event.currentTarget)} />
        </label>
        <label class="shot">
          {t('choose')}
          <input type="file" accept="image/*" multiple onChange={(event) => add(event.currentTarget)} />
        </label>
      </p>
      <ol class="history" aria-live="polite">
        {photos.map((photo, place) => (
          <li key={photo.key}>
            <span class="strong">{t('photo', { n: place + 1 })}</span>
            <span class={photo.at === 'failed' ? 'fault' : ''}>{t(photo.at, { share: photo.share, why: photo.why ?? '' })}</span>
            {photo.at === 'failed' && (
              <button type="button" onClick={() => again(photo)}>
                {t('again')}
              </button>
            )}
          </li>
        ))}
      </ol>
      <div role="status">{sent > 0 && <p class="notice">{t('done', { n: sent })}</p>}</div>
    </section>
  )
}
