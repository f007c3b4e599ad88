import { useEffect, useRef, useState } from 'preact/hooks'
import type { ApplicantKind, IdKind } from '@/gql/citizen/graphql'
import { bareDigits } from '../case-number'
import { Choice, Select } from '../Choice'
import { Field } from '../Field'
import { useWords } from '../language'
import { AgentForm } from './AgentForm'
import type { Fault } from './Application'
import { faultsOf, idKindsOf, unitsOf, type Draft, type Item, type Who } from './draft'
import { FaultLine } from './FaultLine'
import { StepTitle } from './StepTitle'
import { idKinds, kinds, words } from './words'

interface WhoFormProps {
  item: Item
  draft: Draft
  fault: Fault
  working: boolean
  onChange: (part: Partial<Draft>) => void
  onSubmit: () => void
}

export function WhoForm({ item, draft, fault, working, onChange, onSubmit }: WhoFormProps) {
  const { t } = useWords(words)
  const { t: kindName } = useWords(kinds)
  const { t: idKindName } = useWords(idKinds)
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>({})
  const form = useRef<HTMLFormElement>(null)
  const { who } = draft
  const units = unitsOf(item)
  const confirmed = draft.token !== '' && draft.mobile === bareDigits(who.mobile)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])

  const set = (part: Partial<Who>) => onChange({ who: { ...who, ...part } })
  const submit = (event: Event) => {
    event.preventDefault()
    const found = faultsOf(who)
    setFaults(found)
    if (Object.keys(found).length === 0) onSubmit()
  }
  const word = (field: keyof typeof faults) => {
    const key = faults[field]
    return key && t(key)
  }

  return (
    <form class="card" ref={form} noValidate onSubmit={submit}>
      <StepTitle n={1} item={item} />
      {units.length > 1 && (
        <Select
          id="unit"
          label={t('unit')}
          fault={word('unit')}
          value={who.unit}
          options={[{ value: '', label: t('unitChoose') }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
          onValue={(unit) => set({ unit })}
        />
      )}
      <fieldset>
        <legend>{t('kind')}</legend>
        {(['PERSON', 'ENTERPRISE'] as ApplicantKind[]).map((kind) => (
          <Choice
            key={kind}
            type="radio"
            name="kind"
            chosen={who.kind === kind}
            onChoose={() => set({ kind, idKind: idKindsOf(kind)[0] ?? 'OTHER', mandate: 'GENERAL' })}
          >
            {kindName(kind)}
          </Choice>
        ))}
      </fieldset>
      <Field
        id="name"
        label={t(`name${who.kind}`)}
        fault={word('name')}
        autoComplete={who.kind === 'PERSON' ? 'name' : 'organization'}
        maxLength={100}
        value={who.name}
        onText={(name) => set({ name })}
      />
      <Select
        id="idKind"
        label={t('idKind')}
        value={who.idKind}
        options={idKindsOf(who.kind).map((kind) => ({ value: kind, label: idKindName(kind) }))}
        onValue={(idKind) => set({ idKind: idKind as IdKind })}
      />
      <Field
        id="idNumber"
        class="figures"
        label={t('idNumber')}
        fault={word('idNumber')}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={40}
        value={who.idNumber}
        onText={(idNumber) => set({ idNumber })}
      />
      <Field
        id="mobile"
        class="figures"
        label={t('mobile')}
        hint={t('mobileHint')}
        fault={word('mobile')}
        type="tel"
        autoComplete="tel-national"
        maxLength={16}
        value={who.mobile}
        onText={(mobile) => set({ mobile })}
      />
      <AgentForm who={who} word={word} onChange={set} />
      <FaultLine fault={fault} />
      <button type="submit" class="primary" aria-disabled={working}>
        {t(working ? 'working' : confirmed ? 'next' : 'getCode')}
      </button>
    </form>
  )
}
