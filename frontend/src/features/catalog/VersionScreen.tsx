import './catalog.css'
import { Alert, Tag } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { Tabs } from '@/components/Tabs'
import { ItemVersionDocument, type ItemVersionQuery } from '@/gql/staff/graphql'
import { MaterialList } from './MaterialList'
import { VersionActions } from './VersionActions'
import { VersionDiff } from './VersionDiff'
import { VersionFacts } from './VersionFacts'
import { VersionForm } from './VersionForm'

export type FullVersion = NonNullable<ItemVersionQuery['itemVersion']>

/** One version of an item: what it says, what it changes, and its way to the public. */
export default function VersionScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: ItemVersionDocument, variables: { id } })
  const version = data?.itemVersion
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page
      title={version ? `${version.content.name} · ${t('catalog.versionNo', { no: version.no })}` : t('catalog.version')}
      actions={version && <VersionActions version={version} onDone={reload} />}
    >
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={reload}
        empty={!version}
        emptyText={t('catalog.noSuchVersion')}
      >
        {() => version && <Version version={version} onSaved={reload} />}
      </ScreenState>
    </Page>
  )
}

function Version({ version, onSaved }: { version: FullVersion; onSaved: () => void }) {
  const { t } = useTranslation()
  const [against] = useQueryState('against', parseAsString)
  const content = {
    key: 'content',
    label: t('catalog.content'),
    content: () => (
      <>
        <VersionFacts version={version} />
        <h2>{t('catalog.materials')}</h2>
        <MaterialList materials={version.materials} />
      </>
    ),
  }
  const diff = { key: 'diff', label: t('catalog.compare'), content: () => <VersionDiff version={version} against={against} /> }
  const edit = { key: 'edit', label: t('catalog.edit'), content: () => <VersionForm version={version} onSaved={onSaved} /> }
  const tabs = against ? [diff, content] : version.viewerCanEdit ? [edit, content, diff] : [content, diff]
  return (
    <>
      <p>
        <Tag>{t(`catalog.states.${version.state}`)}</Tag>
        {version.inForce && <Tag color="blue">{t('catalog.inForce')}</Tag>}{' '}
        <Link to={`/items/${version.itemId}`}>{t('catalog.toItem')}</Link>
      </p>
      {version.state === 'DRAFT' && version.trail.opinion && (
        <Alert type="warning" showIcon title={t('catalog.sentBack', { name: version.trail.reviewedBy })} description={version.trail.opinion} />
      )}
      <Tabs label={t('catalog.version')} tabs={tabs} />
    </>
  )
}
