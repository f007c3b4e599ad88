import type { IdKind, Mandate } from '@/gql/citizen/graphql'
import { Select } from '../Choice'
import { Field } from '../Field'
import { useWords } from '../language'
import { idKindsOf, mandatesOf, type Who, type WhoFault } from './draft'
import { idKinds, mandates, words } from './words'

interface AgentFormProps {
  who: Who
  word: (field: WhoFault) => string | undefined
  onChange: (part: Partial<Who>) => void
}

/** Who fills this in for somebody else: folded away for those who apply themselves. */
export function AgentForm({ who, word, onChange }: AgentFormProps) {
  const { t } = useWords(words)
  const { t: idKindName } = useWords(idKinds)
  const { t: mandateName } = useWords(mandates)
  return (
    <details open={who.agentName !== '' || who.agentIdNumber !== ''}>
      <summary>{t('agent')}</summary>
      <Field
        id="agentName"
        label={t('agentName')}
        hint={t('agentHint')}
        fault={word('agentName')}
        autoComplete="off"
        maxLength={100}
        value={who.agentName}
        onText={(agentName) => onChange({ agentName })}
      />
      <Select
        id="agentIdKind"
        label={t('agentIdKind')}
        value={who.agentIdKind}
        options={idKindsOf('PERSON').map((kind) => ({ value: kind, label: idKindName(kind) }))}
        onValue={(kind) => onChange({ agentIdKind: kind as IdKind })}
      />
      <Field
        id="agentIdNumber"
        class="figures"
        label={t('agentIdNumber')}
        fault={word('agentIdNumber')}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={40}
        value={who.agentIdNumber}
        onText={(agentIdNumber) => onChange({ agentIdNumber })}
      />
      <Select
        id="mandate"
        label={t('mandate')}
        value={who.mandate}
        options={mandatesOf(who.kind).map((kind) => ({ value: kind, label: mandateName(kind) }))}
        onValue={(kind) => onChange({ mandate: kind as Mandate })}
      />
      <Field
        id="mandateUntil"
        type="date"
        label={t('mandateUntil')}
        hint={t('mandateUntilHint')}
        fault={word('mandateUntil')}
        value={who.mandateUntil}
        onText={(mandateUntil) => onChange({ mandateUntil })}
      />
    </details>
  )
}
