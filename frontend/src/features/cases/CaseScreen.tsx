import { useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { Tabs, type Tab } from '@/components/Tabs'
import { CaseDocument, type CaseQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { useViewer } from '@/lib/viewer'
import { CaseActions } from './CaseActions'
import { CaseClock } from './CaseClock'
import { CaseFacts } from './CaseFacts'
import { CaseRating } from './CaseRating'
import { Handovers } from './Handovers'
import { Materials } from './Materials'
import { Reveals } from './Reveals'
import { StepsTab } from './StepsTab'
import { Timeline } from './Timeline'

type FullCase = NonNullable<CaseQuery['case']>

/** @param moreTabs what later rooms show of a case */
export default function CaseScreen({ moreTabs = [] }: { moreTabs?: readonly Tab[] }) {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseDocument, variables: { id } })
  const one = data?.case
  const reload = () => ask({ requestPolicy: 'network-only' })

  return (
    <Page
      title={one ? `${t('cases.case')} ${groupedNumber(one.number)}` : t('cases.case')}
      actions={one && <CaseActions one={one} onReload={reload} />}
    >
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={reload}
        empty={!one}
        emptyText={t('cases.notInReach')}
      >
        {() => one && <CaseParts one={one} moreTabs={moreTabs} onChanged={reload} />}
      </ScreenState>
    </Page>
  )
}

function CaseParts({ one, moreTabs, onChanged }: { one: FullCase; moreTabs: readonly Tab[]; onChanged: () => void }) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [tab, setTab] = useQueryState('tab') // of a record looked up from it, one comes back to it
  const audits = viewer.posts.some(({ role }) => role === 'AUDITOR')
  return (
    <>
      <CaseFacts one={one} deemed={one.timeline.some(({ kind }) => kind === 'DEEMED_ACCEPTED')} />
      {one.rated && <CaseRating id={one.id} />}
      <Tabs
        label={t('cases.parts')}
        chosen={tab}
        onChoose={(key) => void setTab(key)}
        tabs={[
          { key: 'timeline', label: t('cases.timeline'), content: () => <Timeline caseId={one.id} events={one.timeline} /> },
          { key: 'steps', label: t('steps.steps'), content: () => <StepsTab id={one.id} onChanged={onChanged} /> },
          { key: 'clock', label: t('cases.clock'), content: () => <CaseClock id={one.id} /> },
          { key: 'materials', label: t('cases.materials'), content: () => <Materials materials={one.materials} /> },
          { key: 'handovers', label: t('cases.handovers'), content: () => <Handovers handovers={one.handovers} /> },
          ...moreTabs,
          ...(audits ? [{ key: 'reveals', label: t('cases.reveals'), content: () => <Reveals id={one.id} /> }] : []),
        ]}
      />
    </>
  )
}
