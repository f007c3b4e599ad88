import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ScreenState } from '@/components/ScreenStates'
import { PaperTemplateVersionsDocument, type PaperKind, type PaperTemplateVersionsQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { lineDiff } from './line-diff'

type Version = PaperTemplateVersionsQuery['paperTemplateVersions'][number]

interface Text {
  title: string
  body: string
}

interface TemplateVersionsProps {
  kind: PaperKind
  current: { version: number } & Text
  /** a text with its fields as they are read here */
  shown: (text: Text) => Text
  onTake: (text: Text) => void
}

/** The earlier texts of a paper: compared with the one in force, and taken as the draft of the next. */
export function TemplateVersions({ kind, current, shown, onTake }: TemplateVersionsProps) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: PaperTemplateVersionsDocument, variables: { kind }, requestPolicy: 'cache-and-network' })
  const earlier = (data?.paperTemplateVersions ?? []).filter(({ version }) => version !== current.version)
  return (
    <section aria-labelledby="template-versions">
      <h2 id="template-versions">{t('papers.earlier')}</h2>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={earlier.length === 0} emptyText={t('papers.noEarlier')}>
        {() => (
          <ul>
            {earlier.map((one) => (
              <li key={one.version}>
                <Earlier one={{ ...one, ...shown(one) }} current={current} onTake={onTake} />
              </li>
            ))}
          </ul>
        )}
      </ScreenState>
    </section>
  )
}

function Earlier({ one, current, onTake }: { one: Version } & Omit<TemplateVersionsProps, 'kind' | 'shown'>) {
  const { t } = useTranslation()
  const [compared, setCompared] = useState(false)
  const name = one.savedAt ? t('papers.version', { version: one.version }) : t('papers.builtIn')
  return (
    <>
      <div className="row-actions">
        <span>
          {name}
          {one.savedAt && ` · ${formatInstant(one.savedAt)}`}
          {one.savedBy && ` · ${one.savedBy}`}
        </span>
        <Button aria-expanded={compared} onClick={() => setCompared(!compared)}>
          {t('papers.compare')}
          <span className="visually-hidden"> {name}</span>
        </Button>
        <Button onClick={() => onTake({ title: one.title, body: one.body })}>
          {t('papers.takeAsDraft')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      {compared && (
        <div className="card" role="group" aria-label={t('papers.comparedWith', { name, version: current.version })}>
          <p className="note">{t('papers.compareWhy')}</p>
          {lineDiff(`${one.title}\n${one.body}`, `${current.title}\n${current.body}`).map((line, at) => {
            const key = `${at} ${line.in}`
            if (line.in === 'both') return <div key={key}>{line.text || '\u00a0'}</div>
            return <div key={key}>{line.in === 'before' ? <del>{line.text || '\u00a0'}</del> : <ins>{line.text || '\u00a0'}</ins>}</div>
          })}
        </div>
      )}
    </>
  )
}
