import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Nothing } from '@/components/ScreenStates'
import type { NoticeSettingsQuery } from '@/gql/staff/graphql'
import { useKindWords } from './use-kind-words'
import { WayModal } from './WayModal'

type Way = NoticeSettingsQuery['noticeChannels'][number]

interface WaysProps {
  kinds: NoticeSettingsQuery['noticeKinds']
  ways: Way[]
  onSaved: () => void
}

export function Ways({ kinds, ways, onSaved }: WaysProps) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const [asked, setAsked] = useState<{ way: Way | null } | null>(null)
  const nameOf = (code: string) => {
    const kind = kinds.find((one) => one.code === code)
    return kind ? kindWords(kind) : code
  }
  const wordsOf = (codes: string[]) =>
    codes.includes('*') ? t('outbox.allKinds') : codes.map(nameOf).join(t('pairs.next'))
  const columns: Column<Way>[] = [
    {
      key: 'name',
      title: t('outbox.name'),
      text: (way) => way.name,
      render: (way) => (
        <button type="button" className="plain-link" onClick={() => setAsked({ way })}>
          {way.name}
        </button>
      ),
    },
    { key: 'kind', title: t('outbox.wayKind'), text: (way) => t(`outbox.channels.${way.kind}`) },
    { key: 'host', title: t('outbox.host'), text: (way) => way.host },
    { key: 'kinds', title: t('outbox.kinds'), text: (way) => wordsOf(way.kinds) },
    { key: 'state', title: t('outbox.state'), text: (way) => t(way.enabled ? 'outbox.enabled' : 'outbox.disabled') },
  ]
  return (
    <section className="card" aria-label={t('outbox.ways')}>
      <h2>{t('outbox.ways')}</h2>
      <p className="note">{t('outbox.waysWhy')}</p>
      {ways.length === 0 ? <Nothing>{t('outbox.noWays')}</Nothing> : <RecordTable caption={t('outbox.ways')} columns={columns} rows={ways} rowKey={(way) => way.id} />}
      <Button onClick={() => setAsked({ way: null })}>{t('outbox.newWay')}</Button>
      {asked && (
        <WayModal
          kinds={kinds}
          way={asked.way}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null)
            onSaved()
          }}
        />
      )}
    </section>
  )
}
