import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AbsenceEndDocument, type AbsenceRowFragment } from '@/gql/staff/graphql'
import { useAction } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'

interface AbsenceListProps {
  caption: string
  absences: readonly AbsenceRowFragment[]
  /** a list of those one stands in for shows whom, and ends nothing */
  ofOthers?: boolean
  onReload: () => void
}

export function AbsenceList({ caption, absences, ofOthers, onReload }: AbsenceListProps) {
  const { t } = useTranslation()
  const { run, running } = useAction(AbsenceEndDocument)
  const [refused, setRefused] = useState<string | null>(null)
  const words = useRefusalWords()
  const end = async (absence: AbsenceRowFragment) => {
    const outcome = await run({ id: absence.id, expectedVersion: absence.version })
    const first = outcome.done ? null : outcome.userErrors[0]
    setRefused(outcome.done ? null : first ? words(first) : t('faults.INTERNAL'))
    onReload()
  }
  const person: Column<AbsenceRowFragment> = { key: 'person', title: t('identity.person'), text: (one) => one.person.name }
  const deputy: Column<AbsenceRowFragment> = {
    key: 'deputy',
    title: t('identity.deputy'),
    text: (one) => one.deputy?.name ?? t('identity.noDeputy'),
  }
  const every: Column<AbsenceRowFragment>[] = [
    ofOthers ? person : deputy,
    { key: 'kind', title: t('identity.absenceKind'), text: (one) => t(`identity.absenceKinds.${one.kind}`) },
    { key: 'from', title: t('identity.from'), text: (one) => one.from, render: (one) => <Day day={one.from} /> },
    { key: 'to', title: t('identity.to'), text: (one) => one.to, render: (one) => <Day day={one.to} /> },
  ]
  if (!ofOthers) {
    every.push({
      key: 'end',
      action: true,
      title: t('identity.actions'),
      text: () => '',
      render: (one) => (
        <Button loading={running} onClick={() => void end(one)}>
          {t('identity.endAbsence')}
          <span className="visually-hidden"> {one.from}</span>
        </Button>
      ),
    })
  }
  const columns = useColumns(every)
  const list = useSorted(every, absences)
  return (
    <>
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
      {absences.length === 0 ? (
        <Nothing>{t('identity.noAbsences')}</Nothing>
      ) : (
        <>
          <p className="list-export">
            <SheetButton name={caption} columns={columns} rows={list.rows} />
          </p>
          <RecordTable caption={caption} columns={columns} rows={list.rows} rowKey={(one) => one.id} order={list.order} />
        </>
      )}
    </>
  )
}
