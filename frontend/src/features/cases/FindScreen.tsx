import { Input } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { CaseByNumberDocument } from '@/gql/staff/graphql'

/** Opens a case by the number on the applicant's paper. */
export default function FindScreen() {
  const { t } = useTranslation()
  const hint = useId()
  const [number, setNumber] = useQueryState('number', parseAsString.withDefault(''))
  const [{ data, fetching, error }, ask] = useQuery({
    query: CaseByNumberDocument,
    variables: { number },
    pause: !number,
    requestPolicy: 'network-only',
  })
  const found = data?.caseByNumber

  return (
    <Page title={t('app.find')}>
      <search className="filters">
        <Input.Search
          size="large"
          autoFocus
          defaultValue={number}
          aria-label={t('cases.number')}
          aria-describedby={hint}
          enterButton={t('actions.search')}
          onSearch={(text) => void setNumber(text.replace(/\s+/g, '') || null)}
        />
      </search>
      <p id={hint} className="note">
        {t('cases.numberHint')}
      </p>
      {number && (
        <ScreenState
          fetching={fetching}
          error={error}
          retry={() => ask({ requestPolicy: 'network-only' })}
          empty={!found}
          emptyText={t('cases.notFound')}
        >
          {() => found && <Navigate to={`/cases/${found.id}`} />}
        </ScreenState>
      )}
    </Page>
  )
}
