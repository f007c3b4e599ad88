import { useEffect, useRef, useState } from 'preact/hooks'
import { CaseProgressFileOpenDocument, CaseProgressNewsDocument, CaseProgressOpenDocument, CaseProgressSupplementDocument, CaseProgressWithdrawDocument } from '@/gql/citizen/graphql'
import { randomKey } from '@/lib/random-key'
import { ask, AskFailed } from '../ask'
import { bareDigits, districtOf, numberFault } from '../case-number'
import { ProgressForm, type Entry, type Faults } from './ProgressForm'
import type { Act } from './ProgressParts'
import { ProgressView, type Progress } from './ProgressView'

const scannedNumber = () => bareDigits(decodeURIComponent(location.hash.slice(1)))

/** Why nothing is shown. A wrong number, a wrong password and too many attempts are the same. */
function reason(failure: unknown): Faults['whole'] {
  if (!(failure instanceof AskFailed)) return 'trouble'
  if (failure.code === 'OFFLINE') return 'offline'
  return failure.code === 'NOT_FOUND' || failure.code === 'BUSY' ? 'failed' : 'trouble'
}

async function done(what: Act, text: string, who: Entry & { idempotencyKey: string }, district: string) {
  switch (what) {
    case 'withdraw':
      return (await ask(CaseProgressWithdrawDocument, { input: { ...who, reason: text } }, district)).caseProgressWithdraw
    case 'supplement':
      return (await ask(CaseProgressSupplementDocument, { input: { ...who, note: text } }, district)).caseProgressSupplement
    case 'news':
    case 'noNews':
      return (await ask(CaseProgressNewsDocument, { input: { ...who, wished: what === 'news' } }, district)).caseProgressNews
  }
}

/** Saved, not shown: the page with the password stays where it is. */
function save(url: string) {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}

/** Number and password open the progress. Neither is kept: a reload asks for the password again. */
export function ProgressPage() {
  const [entry, setEntry] = useState<Entry>({ number: scannedNumber(), password: '' })
  const [faults, setFaults] = useState<Faults>({})
  const [asking, setAsking] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const busyRef = useRef(false)

  useEffect(() => {
    const look = () => {
      setProgress(null)
      setFaults({})
      setEntry({ number: scannedNumber(), password: '' })
    }
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])

  const open = async () => {
    const number = bareDigits(entry.number)
    const password = bareDigits(entry.password)
    const found: Faults = {
      number: numberFault(number),
      password: /^\d{6}$/.test(password) ? undefined : 'passwordWrong',
    }
    setFaults(found)
    if (found.number || found.password || busyRef.current) return
    busyRef.current = true
    setAsking(true)
    try {
      const input = { idempotencyKey: randomKey(), number, password }
      const answer = await ask(CaseProgressOpenDocument, { input }, districtOf(number))
      const opened = answer.caseProgressOpen.progress
      setProgress(opened)
      if (!opened) setFaults({ whole: 'failed' })
    } catch (failure) {
      setFaults({ whole: reason(failure) })
    } finally {
      busyRef.current = false
      setAsking(false)
    }
  }

  /** Something for number and password that answers whether it was done; one at a time. */
  const alone = async (work: (who: Entry & { idempotencyKey: string }, district: string) => Promise<boolean>) => {
    if (busyRef.current) return
    busyRef.current = true
    setAsking(true)
    try {
      const who = { idempotencyKey: randomKey(), number: bareDigits(entry.number), password: bareDigits(entry.password) }
      setFaults((await work(who, districtOf(who.number))) ? {} : { whole: 'refused' })
    } catch (failure) {
      setFaults({ whole: reason(failure) === 'offline' ? 'offline' : 'refused' })
    } finally {
      busyRef.current = false
      setAsking(false)
    }
  }

  const act = (what: Act, text: string) =>
    alone(async (who, district) => {
      const { progress: next } = await done(what, text, who, district)
      if (next) setProgress(next)
      return Boolean(next)
    })

  const openFile = (id: string) =>
    alone(async (who, district) => {
      const { url } = (await ask(CaseProgressFileOpenDocument, { input: { ...who, id } }, district)).caseProgressFileOpen
      if (url) save(url)
      return Boolean(url)
    })

  const another = () => {
    setProgress(null)
    setFaults({})
    setEntry({ number: '', password: '' })
  }

  return progress ? (
    <ProgressView entry={entry} progress={progress} asking={asking} fault={faults.whole} onRefresh={() => void open()} onAnother={another} onAct={(what, text) => void act(what, text)} onOpen={(id) => void openFile(id)} />
  ) : (
    <ProgressForm entry={entry} faults={faults} asking={asking} onChange={setEntry} onSubmit={() => void open()} />
  )
}
