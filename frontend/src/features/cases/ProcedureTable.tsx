import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/components/RecordTable'
import type { ProcedureFullFragment } from '@/gql/staff/graphql'

export function ProcedureTable({ steps }: { steps: ProcedureFullFragment['steps'] }) {
  const { t } = useTranslation()
  return (
    <RecordTable
      caption={t('steps.steps')}
      rows={steps}
      rowKey={(step) => `${step.stage}-${step.seq}`}
      columns={[
        { key: 'stage', title: t('steps.stageNo'), text: (step) => `${t('steps.stage', { no: step.stage })} ${step.stageName}` },
        { key: 'name', title: t('steps.stepName'), text: (step) => step.name },
        { key: 'unit', title: t('steps.unit'), text: (step) => step.unitName },
        { key: 'role', title: t('steps.isLead'), text: (step) => t(step.lead ? 'steps.lead' : 'steps.co') },
        { key: 'days', title: t('steps.limitDays'), text: (step) => String(step.limitDays), numeric: true },
        { key: 'silence', title: t('steps.silence'), text: (step) => (step.silenceConsents ? '✓' : '—') },
        { key: 'child', title: t('steps.childCase'), text: (step) => step.childItemName ?? '—' },
      ]}
    />
  )
}
