import { useEffect, useRef, useState } from 'preact/hooks'
import { CaseProgressUploadDocument } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { bareDigits, districtOf } from '../case-number'
import { Field } from '../Field'
import { FilePicker, fileWords } from '../FilePicker'
import { useWords } from '../language'
import { useSending } from '../sending'
import type { Entry } from './ProgressForm'
import type { Progress } from './ProgressView'
import { words } from './words'

interface SupplementProps {
  entry: Entry
  asking: boolean
  history: Progress['history']
  onSend: (text: string) => void
}

const LONGEST = 900

/** Photos and PDF of what was asked for, and a line to the window. */
export function Supplement({ entry, asking, history, onSend }: SupplementProps) {
  const { t } = useWords(words)
  const { t: file } = useWords(fileWords)
  const [text, setText] = useState('')
  const [fault, setFault] = useState<'nothingSent' | 'stillSending' | null>(null)
  const number = bareDigits(entry.number)
  const sending = useSending(
    async (idempotencyKey, name, size) => {
      const input = { idempotencyKey, number, password: bareDigits(entry.password), name, size }
      return (await ask(CaseProgressUploadDocument, { input }, districtOf(number))).caseProgressUpload
    },
    { unreadable: file('unreadable'), trouble: file('trouble'), photo: (n) => file('photo', { n }) },
  )

  const times = history.filter(({ kind }) => kind === 'SUPPLEMENT_SENT').length
  const last = history[history.length - 1]
  const told = last !== undefined && last.kind === 'SUPPLEMENT_SENT'
  const timesRef = useRef(times)
  const { clear } = sending
  useEffect(() => {
    if (timesRef.current === times) return
    timesRef.current = times
    clear()
    setText('')
  }, [times, clear])

  const tell = () => {
    const sent = sending.files.filter(({ at }) => at === 'sent')
    const open = sending.files.some(({ at }) => at !== 'sent' && at !== 'failed')
    const found = open ? 'stillSending' : sent.length === 0 && !text.trim() ? 'nothingSent' : null
    setFault(found)
    if (found || asking) return
    const names = sent.length > 0 ? `网上补交：${sent.map(({ name }) => name).join('、')}` : ''
    onSend([names, text.trim()].filter(Boolean).join('。').slice(0, LONGEST))
  }

  // what was lacking a moment ago may be here now
  const there = sending.files.length
  useEffect(() => setFault(null), [there, text])

  return (
    <div class="screen-only">
      <h2>{t('supplement')}</h2>
      <p>{t('supplementHint')}</p>
      <FilePicker id="supplement" what={t('supplement')} sending={sending} stays />
      <Field id="sent" label={t('sendWhat')} maxLength={300} value={text} onText={setText} />
      <div role="status">{told && sending.files.length === 0 && <p class="strong">{t('told')}</p>}</div>
      <div role="alert">{fault && <p class="fault">{t(fault)}</p>}</div>
      <button type="button" class="primary" aria-disabled={asking} onClick={tell}>
        {t('send')}
      </button>
    </div>
  )
}
