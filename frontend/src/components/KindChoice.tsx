import { useTranslation } from 'react-i18next'
import { DUTY_KINDS } from '@/lib/duty-kinds'
import { Choice } from './Choice'

type Kind = (typeof DUTY_KINDS)[number]

interface KindChoiceProps {
  value: Kind | null
  onChange: (kind: Kind | null) => void
}

/** What kind of duty a list or figure is narrowed to. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation()
  return (
    <Choice label={t('clock.kind')} value={value ?? ''} onChange={(chosen) => onChange(DUTY_KINDS.find((kind) => kind === chosen) ?? null)}>
      <option value="">{t('clock.allKinds')}</option>
      {DUTY_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(`legal.dutyKinds.${kind}`)}
        </option>
      ))}
    </Choice>
  )
}
