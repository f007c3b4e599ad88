import { useTranslation } from 'react-i18next'
import { dueText, type Due } from '@/lib/due-text'
import { useViewer } from '@/lib/viewer'
import { Provisional } from './Day'

export function DueDate({ due }: { due: Due }) {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return (
    <span className="due">
      {dueText(due, t, i18n.language, district?.zone)}
      {due.provisional && due.dueOn && <Provisional />}
    </span>
  )
}
