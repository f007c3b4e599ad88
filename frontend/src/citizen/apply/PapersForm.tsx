import { useRef, useState } from 'preact/hooks'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { useWords } from '../language'
import type { Outgoing } from '../sending'
import type { Fault } from './Application'
import { masked } from './CodeForm'
import { papersOf, unitsOf, type Draft, type Item } from './draft'
import { FaultLine } from './FaultLine'
import { Paper } from './Paper'
import { StepTitle } from './StepTitle'
import { words } from './words'

interface PapersFormProps {
  item: Item
  district: string
  draft: Draft
  fault: Fault
  working: boolean
  onChange: (part: Partial<Draft>) => void
  onBack: () => void
  onSubmit: () => void
}

/** Files that belong to no listed material. */
const OTHER = -1

export function PapersForm({ item, district, draft, fault, working, onChange, onBack, onSubmit }: PapersFormProps) {
  const { t } = useWords(words)
  const [lacking, setLacking] = useState<number[]>([])
  const [waiting, setWaiting] = useState<Fault>(null)
  const onItsWayRef = useRef<Record<number, Outgoing[]>>({})
  const filesRef = useRef(draft.files)
  const form = useRef<HTMLFormElement>(null)
  const papers = papersOf(item, draft.who)

  const told = (seq: number, files: Outgoing[]) => {
    onItsWayRef.current[seq] = files
    const sent = files.flatMap(({ key, name, id }) => (id ? [{ seq, key, name, id }] : []))
    filesRef.current = [...filesRef.current.filter((one) => one.seq !== seq), ...sent]
    onChange({ files: filesRef.current })
    setWaiting(null)
    if (sent.length > 0) setLacking((all) => all.filter((one) => one !== seq))
  }

  const submit = (event: Event) => {
    event.preventDefault()
    const all = Object.values(onItsWayRef.current).flat()
    const open: Fault = all.some(({ at }) => at !== 'sent' && at !== 'failed')
      ? { word: 'stillSending' }
      : all.some(({ at }) => at === 'failed')
        ? { word: 'someFailed' }
        : null
    const without = papers
      .filter(({ seq, required }) => required && !draft.bring.includes(seq) && !draft.files.some((one) => one.seq === seq))
      .map(({ seq }) => seq)
    setWaiting(open)
    setLacking(without)
    if (without.length > 0) form.current?.querySelector<HTMLElement>(`#paper-${without[0]}`)?.focus()
    else if (!open) onSubmit()
  }

  const place = unitsOf(item).find(({ id }) => id === draft.who.unit)
  return (
    <form class="card" noValidate ref={form} onSubmit={submit}>
      <StepTitle n={3} item={item} />
      <p>
        {t('applicant', { name: draft.who.name })} {masked(draft.mobile)}
        <br />
        {t('placeIs', { name: place ? place.name : '' })}
      </p>
      <button type="button" onClick={onBack}>
        {t('back')}
      </button>
      <p>{t(papers.length > 0 ? 'papersHint' : 'noMaterials')}</p>
      {papers.map(({ seq, name, required }) => (
        <Paper
          key={seq}
          seq={seq}
          name={name}
          required={required}
          district={district}
          draft={draft}
          lacking={lacking.includes(seq)}
          onFiles={(files) => told(seq, files)}
          onBring={(bring) => {
            onChange({ bring: bring ? [...draft.bring, seq] : draft.bring.filter((one) => one !== seq) })
            setLacking(lacking.filter((one) => one !== seq))
          }}
        />
      ))}
      <Paper seq={OTHER} name={t('other')} required={false} district={district} draft={draft} lacking={false} onFiles={(files) => told(OTHER, files)} />
      <Field id="note" label={t('note')} maxLength={500} value={draft.note} onText={(note) => onChange({ note })} />
      <Choice type="checkbox" name="news" chosen={draft.news} onChoose={(news) => onChange({ news })}>
        {t('news')}
      </Choice>
      <FaultLine fault={waiting || fault} />
      <button type="submit" class="primary" aria-disabled={working}>
        {t(working ? 'working' : 'submit')}
      </button>
    </form>
  )
}
