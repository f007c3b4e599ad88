import { Alert, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { StorageUseDocument, type StorageUseQuery } from '@/gql/staff/graphql'
import { formatBytes } from '@/lib/bytes'

type Use = StorageUseQuery['storageUse']
type Share = Use['shares'][number]

/** What the district keeps of what it may keep. */
export default function StorageScreen() {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: StorageUseDocument })
  return (
    <Page title={t('app.storage')}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() => data && <StorageOf use={data.storageUse} />}
      </ScreenState>
    </Page>
  )
}

function StorageOf({ use }: { use: Use }) {
  const { t } = useTranslation()
  const share = Math.min(100, Math.floor((100 * use.usedBytes) / use.quotaBytes))
  const columns: Column<Share>[] = [
    { key: 'source', title: t('files.source'), text: (one) => t(`files.sources.${one.source}`) },
    { key: 'state', title: t('files.state'), text: (one) => t(`files.states.${one.state}`) },
    { key: 'files', title: t('files.count'), text: (one) => String(one.files), numeric: true },
    { key: 'bytes', title: t('files.size'), text: (one) => formatBytes(one.bytes), numeric: true },
  ]
  return (
    <>
      {!use.scanned && <Alert type="warning" showIcon title={t('files.notScanned')} description={t('files.notScannedWhy')} />}
      {use.scansFailing > 0 && <Alert type="warning" showIcon title={t('files.scansFailing', { count: use.scansFailing })} description={t('files.scansFailingWhy')} />}
      <section className="card" aria-label={t('files.used')}>
        <Facts
          facts={[
            [t('files.used'), t('files.usedOf', { used: formatBytes(use.usedBytes), quota: formatBytes(use.quotaBytes) })],
            [t('files.count'), String(use.usedFiles)],
            [t('files.fileLimit'), formatBytes(use.fileLimitBytes)],
            [t('files.storage'), t(`files.storages.${use.storage}`)],
            [t('files.scansWaiting'), use.scanned || use.scansWaiting > 0 ? String(use.scansWaiting) : null],
          ]}
        />
        <Progress percent={share} status={share >= 90 ? 'exception' : 'normal'} aria-label={t('files.used')} />
      </section>
      {use.shares.length === 0 ? (
        <Nothing>{t('files.none')}</Nothing>
      ) : (
        <RecordTable caption={t('files.shares')} columns={columns} rows={use.shares} rowKey={(one) => `${one.source} ${one.state}`} />
      )}
      <p className="note">{t('files.definition')}</p>
    </>
  )
}
