import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { UnitChoice } from '@/components/UnitChoice'
import { DISTRICT_ROLES, STATES, type AccountChoice } from './account-filter'

interface AccountFiltersProps {
  chosen: AccountChoice
  onChange: (part: Partial<AccountChoice>) => void
}

export function AccountFilters({ chosen, onChange }: AccountFiltersProps) {
  const { t } = useTranslation()
  return (
    <search className="filters no-print" aria-label={t('list.filter')}>
      <Input.Search
        defaultValue={chosen.q ?? ''}
        aria-label={t('identity.searchAccounts')}
        placeholder={t('identity.searchAccounts')}
        enterButton={t('actions.search')}
        allowClear
        onSearch={(text) => onChange({ q: text.trim() || null })}
      />
      <UnitChoice
        label={t('units.unit')}
        value={chosen.unit ?? ''}
        onChange={(value) => onChange({ unit: value || null })}
        special={[['', t('units.all')]]}
      />
      <Choice
        label={t('identity.role')}
        value={chosen.role ?? ''}
        onChange={(value) => onChange({ role: DISTRICT_ROLES.find((role) => role === value) ?? null })}
      >
        <option value="">{t('identity.allRoles')}</option>
        {DISTRICT_ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('identity.state')}
        value={chosen.state ?? ''}
        onChange={(value) => onChange({ state: STATES.find((state) => state === value) ?? null })}
      >
        <option value="">{t('identity.allStates')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`identity.states.${state}`)}
          </option>
        ))}
      </Choice>
    </search>
  )
}
