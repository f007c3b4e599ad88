import { useEffect, useRef, useState } from 'preact/hooks'
import { FilingCodeDocument, FilingOpenDocument, FilingSubmitDocument, type FilingSubmitMutation } from '@/gql/citizen/graphql'
import { normaliseIdNumber } from '@/lib/id-numbers'
import { randomKey } from '@/lib/random-key'
import { ask, AskFailed } from '../ask'
import { bareDigits } from '../case-number'
import { CodeForm } from './CodeForm'
import { agentOf, forgetDraft, keepDraft, recallDraft, type Draft, type Item } from './draft'
import { Filed } from './Filed'
import { PapersForm } from './PapersForm'
import { WhoForm } from './WhoForm'
import type { words } from './words'

export type Receipt = NonNullable<FilingSubmitMutation['filingSubmit']['receipt']>
/** A word of ours, or what the server said. */
export type Fault = { word: keyof typeof words } | { text: string } | null

type Step = { at: 'who' } | { at: 'code'; sentAt: number } | { at: 'papers' } | { at: 'done'; receipt: Receipt }

const faultOf = (failure: unknown): Fault => ({
  word: failure instanceof AskFailed && (failure.code === 'OFFLINE' || failure.code === 'BUSY') ? 'offline' : 'trouble',
})

/** Who, a code, the papers: three steps, none of them lost by a reload. */
export function Application({ item, district }: { item: Item; district: string }) {
  const [draft, setDraft] = useState(() => recallDraft(item))
  const [step, setStep] = useState<Step>(() => ({ at: draft.token ? 'papers' : 'who' }))
  const [fault, setFault] = useState<Fault>(null)
  const [working, setWorking] = useState(false)
  const busyRef = useRef(false)
  // the same answer to a lost request: one key for a code, one for a filing
  const keysRef = useRef({ code: '', open: '', submit: randomKey() })

  useEffect(() => {
    if (step.at !== 'done') keepDraft(item, draft)
  }, [draft, item, step])
  useEffect(() => window.scrollTo(0, 0), [step.at])

  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  async function once(work: () => Promise<void>): Promise<void> {
    if (busyRef.current) return
    busyRef.current = true
    setWorking(true)
    setFault(null)
    try {
      await work()
    } catch (failure) {
      setFault(faultOf(failure))
    } finally {
      busyRef.current = false
      setWorking(false)
    }
  }

  const mobile = bareDigits(draft.who.mobile)

  const sendCode = () =>
    once(async () => {
      if (draft.token && draft.mobile === mobile) return setStep({ at: 'papers' })
      const input = { idempotencyKey: randomKey(), mobile }
      const { userErrors } = (await ask(FilingCodeDocument, { input }, district)).filingCode
      const refused = userErrors[0]
      if (refused && refused.code !== 'TOO_MANY') return setFault({ text: refused.message })
      setStep({ at: 'code', sentAt: Date.now() })
      if (refused) setFault({ word: 'tooMany' })
    })

  const confirm = (code: string) =>
    once(async () => {
      if (keysRef.current.code !== code) Object.assign(keysRef.current, { code, open: randomKey() })
      const input = { idempotencyKey: keysRef.current.open, itemId: item.id, mobile, code }
      const { token, expiresAt, userErrors } = (await ask(FilingOpenDocument, { input }, district)).filingOpen
      if (!token) return setFault({ text: userErrors[0]?.message ?? '' })
      change({ token, until: expiresAt ?? '', mobile, files: [] })
      setStep({ at: 'papers' })
    })

  const submit = () =>
    once(async () => {
      const { who } = draft
      const input = {
        idempotencyKey: keysRef.current.submit,
        token: draft.token,
        unitId: who.unit,
        applicant: {
          kind: who.kind,
          name: who.name.trim(),
          idKind: who.idKind,
          idNumber: normaliseIdNumber(who.idNumber),
          mobile,
          agent: agentOf(who),
        },
        materials: [...new Set(draft.files.map(({ seq }) => seq))].filter((seq) => seq >= 0),
        files: draft.files.map(({ id }) => id),
        note: draft.note.trim() || null,
        news: draft.news,
      }
      const { receipt, userErrors } = (await ask(FilingSubmitDocument, { input }, district)).filingSubmit
      const refused = userErrors[0]
      if (receipt) {
        forgetDraft(item)
        return setStep({ at: 'done', receipt })
      }
      keysRef.current.submit = randomKey()
      if (refused?.code === 'FILING_OVER') {
        change({ token: '', until: '', files: [] })
        setStep({ at: 'who' })
        return setFault({ word: 'over' })
      }
      setFault({ text: refused?.message ?? '' })
      if (refused?.field?.startsWith('applicant') || refused?.field === 'unitId') setStep({ at: 'who' })
    })

  const shared = { item, district, draft, fault, working, onChange: change }
  switch (step.at) {
    case 'who':
      return <WhoForm {...shared} onSubmit={() => void sendCode()} />
    case 'code':
      return (
        <CodeForm
          mobile={mobile}
          sentAt={step.sentAt}
          fault={fault}
          working={working}
          onConfirm={(code) => void confirm(code)}
          onResend={() => void sendCode()}
          onBack={() => setStep({ at: 'who' })}
        />
      )
    case 'papers':
      return <PapersForm {...shared} onBack={() => setStep({ at: 'who' })} onSubmit={() => void submit()} />
    case 'done':
      return <Filed receipt={step.receipt} item={item} draft={draft} />
  }
}
