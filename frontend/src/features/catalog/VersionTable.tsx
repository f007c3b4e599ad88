import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { ItemVersionsDocument, type VersionHeadFragment } from '@/gql/staff/graphql'

function Who({ name, at }: { name?: string | null; at?: string | null }) {
  if (!at) return <>—</>
  return (
    <>
      {name} <Instant at={at} />
    </>
  )
}

/** Every version with who drafted, reviewed and published it, and under which document. */
export function VersionTable({ itemId }: { itemId: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: ItemVersionsDocument, variables: { itemId } })
  const versions = data?.itemVersions ?? []
  const inForce = versions.find((one) => one.inForce)
  const name = (one: VersionHeadFragment) => t('catalog.versionNo', { no: one.no })
  const columns: Column<VersionHeadFragment>[] = [
    {
      key: 'no',
      title: t('catalog.version'),
      text: name,
      render: (one) => <Link to={`/item-versions/${one.id}`}>{name(one)}</Link>,
    },
    {
      key: 'state',
      title: t('catalog.state'),
      text: (one) => t(`catalog.states.${one.state}`),
      render: (one) => (
        <>
          {t(`catalog.states.${one.state}`)} {one.inForce && <Tag color="blue">{t('catalog.inForce')}</Tag>}
        </>
      ),
    },
    {
      key: 'effective',
      title: t('catalog.effectiveOn'),
      text: (one) => one.trail.effectiveOn ?? '—',
    },
    { key: 'document', title: t('catalog.document'), text: (one) => one.trail.documentNo ?? '—' },
    { key: 'drafted', title: t('catalog.drafted'), text: () => '', render: ({ trail }) => <Who name={trail.draftedBy} at={trail.draftedAt} /> },
    { key: 'reviewed', title: t('catalog.reviewed'), text: () => '', render: ({ trail }) => <Who name={trail.reviewedBy} at={trail.reviewedAt} /> },
    {
      key: 'published',
      title: t('catalog.published'),
      text: () => '',
      render: ({ trail }) => <Who name={trail.publishedBy} at={trail.publishedAt} />,
    },
    {
      key: 'compare',
      title: t('catalog.compare'),
      text: () => '',
      render: (one) =>
        inForce && one.id !== inForce.id ? (
          <Link to={`/item-versions/${one.id}?against=${inForce.id}`}>{t('catalog.compareWith', { no: inForce.no })}</Link>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
      {() => <RecordTable caption={t('catalog.versions')} columns={columns} rows={versions} rowKey={(one) => one.id} />}
    </ScreenState>
  )
}
