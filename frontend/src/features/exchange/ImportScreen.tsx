import { Alert, Progress } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { DataImportDocument, UnitsDocument, type DataImportQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { COUNTS } from './counts'
import { ImportActions } from './ImportActions'
import { Lines } from './Lines'
import { MappingForm } from './MappingForm'
import { useKindTitle } from './use-kind-title'
import './exchange.css'

type Import = NonNullable<DataImportQuery['dataImport']>

const MOVING = new Set(['STAGING', 'CHECKING', 'APPLYING', 'UNDOING'])
/** It may have brought units along, or taken them back. */
const WRITTEN = new Set(['APPLIED', 'UNDONE'])
const WITH_LINES = new Set(['CHECKED', 'APPLIED', 'UNDONE', 'CANCELLED', 'FAILED'])

export default function ImportScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: DataImportDocument, variables: { id } })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const one = data?.dataImport
  const moving = one != null && MOVING.has(one.status)

  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), 1000)
    return () => clearInterval(timer)
  }, [moving, ask])

  // the selects of all screens ask for the units once
  const client = useClient()
  const status = one?.status ?? ''
  useEffect(() => {
    if (WRITTEN.has(status)) void client.query(UnitsDocument, {}, { requestPolicy: 'network-only' }).toPromise()
  }, [client, status])

  return (
    <Page title={one ? one.fileName : t('exchange.bring')}>
      <ScreenState fetching={fetching && !data} error={one ? undefined : error} retry={reload}>
        {() => (one ? <Progressing key={one.id} one={one} reload={reload} /> : <Nothing />)}
      </ScreenState>
    </Page>
  )
}

function Progressing({ one, reload }: { one: Import; reload: () => void }) {
  const { t } = useTranslation()
  const kindTitle = useKindTitle()
  const moving = MOVING.has(one.status)
  return (
    <>
      <section className="card stack" aria-label={t('exchange.statusHead')}>
        <p className="case-title" aria-live="polite">
          <span className="import-status">{t(`exchange.statuses.${one.status}`)}</span>
          <span className="note">
            {kindTitle(one.kind, one.kindTitle)} ·{' '}
            {one.charset ? t('exchange.readAsText', { format: one.format, charset: one.charset }) : t('exchange.readAs', { format: one.format })}
          </span>
        </p>
        {one.sameFileAt && <Alert type="info" showIcon title={t('exchange.sameFile', { at: formatInstant(one.sameFileAt) })} />}
        {one.contentsGone && <Alert type="info" showIcon title={t('exchange.contentsGone')} />}
        {one.failure && <Alert type="error" showIcon title={t('exchange.failed')} description={one.failure} />}
        {one.undoRefusal && <Alert type="warning" showIcon title={t('exchange.undoRefused')} description={one.undoRefusal} />}
        {one.undoNote && <Alert type="info" showIcon title={one.undoNote} />}
        {moving && (
          <>
            <Progress
              percent={one.total > 0 ? Math.min(100, Math.round((100 * one.done) / one.total)) : 0}
              aria-label={t(`exchange.statuses.${one.status}`)}
            />
            <p className="note">{t('exchange.progress', { done: one.done, total: one.total || '…' })}</p>
          </>
        )}
        <Facts facts={COUNTS.filter((name) => one.counts[name] > 0).map((name) => [t(`exchange.counts.${name}`), one.counts[name]])} />
        <ImportActions one={one} onDone={reload} />
      </section>
      {WITH_LINES.has(one.status) && !one.contentsGone && <Lines key={`${one.status}${one.version}`} one={one} />}
      {one.viewerCanStage && <MappingForm key={one.version} one={one} onDone={reload} />}
    </>
  )
}
