import { Alert, Button } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Day, Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import { SheetButton } from '@/components/SheetButton'
import { AccessReviewDecideDocument, AccessReviewDocument, type AccessReviewQuery, type ReviewRowFragment, type ReviewVerdict } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useAction } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { IdleRule } from './IdleRule'
import { SecondFactorRule } from './SecondFactorRule'
import { SuccessorModal } from './SuccessorModal'
import { usePostText } from '@/lib/use-post-text'

const connectionOf = (data: AccessReviewQuery) => data.accessReview

/** Who holds what since when: each post is confirmed or withdrawn, and that is recorded. */
export default function ReviewScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  return (
    <Page title={t('identity.review')}>
      {viewer.viewerCanAdministerAccounts ? (
        <>
          <ReviewList />
          <IdleRule />
          <SecondFactorRule />
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}

function ReviewList() {
  const { t } = useTranslation()
  const [since, setSince] = useQueryState('since', parseAsString)
  const [refused, setRefused] = useState<string | null>(null)
  const [held, setHeld] = useState<{ row: ReviewRowFragment; why: string } | null>(null)
  const pages = usePages(AccessReviewDocument, { first: 50, unreviewedSince: since }, connectionOf)
  const { run, running } = useAction(AccessReviewDecideDocument)
  const words = useRefusalWords()
  const decide = async (row: ReviewRowFragment, verdict: ReviewVerdict) => {
    const outcome = await run({ postId: row.id, verdict })
    const first = outcome.done ? undefined : outcome.userErrors[0]
    if (first?.code === 'OPEN_WORK') return setHeld({ row, why: words(first) })
    setRefused(outcome.done ? null : first ? words(first) : t('faults.INTERNAL'))
    pages.reload()
  }
  const every = useReviewColumns((row) => (
    <div className="row-actions">
      <Button disabled={running} onClick={() => void decide(row, 'CONFIRMED')}>
        {t('identity.confirmPost')}
        <span className="visually-hidden"> {row.loginName}</span>
      </Button>
      <Button disabled={running} danger onClick={() => void decide(row, 'WITHDRAWN')}>
        {t('identity.withdrawPost')}
        <span className="visually-hidden"> {row.loginName}</span>
      </Button>
    </div>
  ))
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <>
      <ListViews list="access-review" columns={every} />
      <search className="filters">
        <div className="choice">
          <label htmlFor="review-since">{t('identity.unreviewedSince')}</label>
          <input id="review-since" type="date" value={since ?? ''} onChange={(event) => void setSince(event.target.value || null)} />
        </div>
      </search>
      {held && (
        <SuccessorModal
          {...held}
          onClose={() => setHeld(null)}
          onDone={() => {
            setHeld(null)
            pages.reload()
          }}
        />
      )}
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('identity.review')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('identity.review')} columns={columns} rows={list.nodes} rowKey={(row) => row.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </>
  )
}

function useReviewColumns(actions: (row: ReviewRowFragment) => ReactNode): Column<ReviewRowFragment>[] {
  const { t } = useTranslation()
  const postText = usePostText()
  const { district } = useViewer()
  return [
    {
      key: 'person',
      title: t('identity.person'),
      text: (row) => t('pairs.beside', { name: row.person.name, value: row.loginName }),
      render: (row) => (
        <Link to={`/accounts/${row.person.id}`}>
          {row.person.name} ({row.loginName})
        </Link>
      ),
    },
    { key: 'post', title: t('identity.post'), text: (row) => postText(row.post) },
    { key: 'since', title: t('identity.since'), text: (row) => row.post.startedOn, render: (row) => <Day day={row.post.startedOn} /> },
    {
      key: 'last',
      title: t('identity.lastSignIn'),
      text: (row) => (row.lastSignInAt ? formatInstant(row.lastSignInAt, district?.zone) : t('identity.never')),
      by: (row) => row.lastSignInAt ?? '',
      render: (row) => (row.lastSignInAt ? <Instant at={row.lastSignInAt} /> : t('identity.never')),
    },
    {
      key: 'reviewed',
      title: t('identity.reviewed'),
      text: (row) => (row.reviewedAt ? `${formatInstant(row.reviewedAt, district?.zone)} ${row.reviewer?.name ?? ''}`.trim() : t('identity.neverReviewed')),
      by: (row) => row.reviewedAt ?? '',
      render: (row) =>
        row.reviewedAt ? (
          <>
            <Instant at={row.reviewedAt} /> {row.reviewer?.name}
          </>
        ) : (
          t('identity.neverReviewed')
        ),
    },
    { key: 'actions', action: true, title: t('identity.actions'), text: () => '', render: actions },
  ]
}
