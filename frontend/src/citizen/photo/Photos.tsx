import { useEffect, useRef, useState } from 'preact/hooks'
import { CameraUploadDocument } from '@/gql/citizen/graphql'
import { randomKey } from '@/lib/random-key'
import { sendFile } from '@/lib/send-file'
import { ask } from '../ask'
import { momentInWords } from '../days'
import { keepTrying } from '../keep-trying'
import { useWords } from '../language'
import type { Subject } from './PhotoPage'
import { shrunk } from './shrink'
import { words } from './words'

interface Photo {
  key: string
  file: File
  at: 'queued' | 'shrinking' | 'sending' | 'unstable' | 'sent' | 'failed'
  share: number
  why?: string
}

interface PhotosProps {
  subject: Subject
  district: string
  token: string
  onInvalid: () => void
}

/** Takes photos and sends them one by one; a photo keeps its key, so that trying again adds it once. */
export function Photos({ subject, district, token, onInvalid }: PhotosProps) {
  const { t, language } = useWords(words)
  const [photos, setPhotos] = useState<Photo[]>([])
  const lineRef = useRef<Promise<void>>(Promise.resolve())
  const mountedRef = useRef(true)

  useEffect(() => () => void (mountedRef.current = false), [])

  const change = (key: string, part: Partial<Photo>) => {
    if (mountedRef.current) setPhotos((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }

  async function send({ key, file }: Photo, number: number): Promise<void> {
    change(key, { at: 'shrinking', why: undefined })
    let photo: Blob
    try {
      photo = await shrunk(file)
    } catch {
      return change(key, { at: 'failed', why: t('unreadable') })
    }
    change(key, { at: 'sending', share: 0 })
    try {
      const name = `照片 ${number}.jpg`
      const input = { idempotencyKey: key, token, name, size: photo.size }
      const answer = await keepTrying(
        () => ask(CameraUploadDocument, { input }, district),
        () => change(key, { at: 'unstable' }),
      ).answer
      const { upload, userErrors } = answer.cameraUpload
      if (!upload) {
        if (userErrors[0]?.code === 'CAMERA_LINK_INVALID') return onInvalid()
        return change(key, { at: 'failed', why: userErrors[0]?.message })
      }
      const sent = await sendFile(upload, photo, {
        progress: (received) => change(key, { at: 'sending', share: Math.floor((100 * received) / photo.size) }),
        waiting: () => change(key, { at: 'unstable' }),
      })
      change(key, 'id' in sent ? { at: 'sent' } : { at: 'failed', why: sent.message || t('trouble') })
    } catch {
      change(key, { at: 'failed', why: t('trouble') })
    }
  }

  const queue = (photo: Photo, number: number) => {
    lineRef.current = lineRef.current.then(() => send(photo, number))
  }

  const add = (input: HTMLInputElement) => {
    const fresh = Array.from(input.files ?? []).map<Photo>((file) => ({ key: randomKey(), file, at: 'queued', share: 0 }))
    input.value = ''
    setPhotos([...photos, ...fresh])
    fresh.forEach((photo, place) => queue(photo, photos.length + place + 1))
  }

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
              <button type="button" onClick={() => queue(photo, place + 1)}>
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
