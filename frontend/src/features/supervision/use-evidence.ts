import { useTranslation } from 'react-i18next'

/** Evidence in the reader's words: names by vocabulary, codes of steps and suspensions too. */
export function useEvidence() {
  const { t } = useTranslation()
  return ({ name, value }: { name: string; value: string }) => {
    const coded =
      name === 'step' || name === 'stepBefore'
        ? t(`legal.dutyKinds.${value}`, { defaultValue: t(`eventKinds.${value}`, { defaultValue: value }) })
        : name === 'suspension'
          ? t(`cases.suspensionReasons.${value}`, { defaultValue: value })
          : value
    return [t(`alerts.evidence.${name}`, { defaultValue: name }), coded] as const
  }
}
