import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Day } from '@/components/Day'
import type { Column } from '@/components/RecordTable'
import type { UnitChangeFactsFragment } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'

export function Parts({ change }: { change: UnitChangeFactsFragment }) {
  return (
    <ul className="plain">
      {change.parts.map((part) => (
        <li key={`${part.from.id} ${part.newName}`}>
          <Link to={`/organisation/${part.from.id}`}>{part.oldName}</Link> →{' '}
          {part.to ? <Link to={`/organisation/${part.to.id}`}>{part.newName}</Link> : part.newName}
        </li>
      ))}
    </ul>
  )
}

/** Changes of units as a list shows them and as a file has them. */
export function useChangeColumns(onCancel?: (change: UnitChangeFactsFragment) => void): Column<UnitChangeFactsFragment>[] {
  const { t } = useTranslation()
  const { district } = useViewer()
  const state = (change: UnitChangeFactsFragment) => {
    if (change.doneAt) return t('organisation.done')
    if (change.cancelledAt) return t('organisation.cancelled')
    return t(change.effectiveOn <= (district?.today ?? '') ? 'organisation.overdue' : 'organisation.planned')
  }
  const went = (change: UnitChangeFactsFragment) => {
    if (change.kind === 'RENAME' || !change.doneAt) return '—'
    const sum = (key: 'posts' | 'points' | 'items' | 'cases' | 'duties') => change.parts.reduce((total, part) => total + part.went[key], 0)
    return t('organisation.estate', { posts: sum('posts'), points: sum('points'), items: sum('items'), cases: sum('cases'), duties: sum('duties') })
  }
  return [
    { key: 'day', title: t('organisation.effectiveOn'), text: (change) => change.effectiveOn, render: (change) => <Day day={change.effectiveOn} /> },
    { key: 'kind', title: t('organisation.kind'), text: (change) => t(`organisation.changeKinds.${change.kind}`) },
    {
      key: 'parts',
      title: t('organisation.unit'),
      text: (change) => change.parts.map((part) => `${part.oldName} → ${part.newName}`).join(t('pairs.next')),
      render: (change) => <Parts change={change} />,
    },
    { key: 'paper', title: t('organisation.paper'), text: (change) => change.paper },
    { key: 'went', title: t('organisation.went'), text: went },
    {
      key: 'state',
      title: t('organisation.state'),
      text: state,
      render: (change) => (
        <>
          {state(change)}{' '}
          {onCancel && change.viewerCanCancel && <Button onClick={() => onCancel(change)}>{t('organisation.cancel')}</Button>}
        </>
      ),
    },
  ]
}
