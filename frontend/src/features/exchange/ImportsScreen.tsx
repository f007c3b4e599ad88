import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { ExportButton } from '@/components/ExportButton'
import { Page } from '@/components/Page'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { ExchangeKindsDocument, type ExchangeKindsQuery } from '@/gql/staff/graphql'
import type { UserError } from '@/lib/use-action'
import { FileDrop } from './FileDrop'
import { History } from './History'
import { MOST_BYTES, upload } from './upload'
import { useKindTitle } from './use-kind-title'
import './exchange.css'

type Kind = ExchangeKindsQuery['exchangeKinds'][number]

/** In the order in which a district is set up; the others follow as they come. */
const ORDER = ['units', 'people', 'calendar', 'items', 'item-confirmations', 'acceptance-points', 'cases']
const place = ({ name }: Kind) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)

export default function ImportsScreen() {
  const { t } = useTranslation()
  const [{ data, fetching, error }, reload] = useQuery({ query: ExchangeKindsDocument })
  const kinds = [...(data?.exchangeKinds ?? [])].sort((a, b) => place(a) - place(b))
  const incoming = kinds.filter((kind) => kind.viewerCanImport)
  return (
    <Page title={t('app.imports')}>
      <ScreenState fetching={fetching && !data} error={error} retry={() => reload({ requestPolicy: 'network-only' })}>
        {() => (
          <>
            {incoming.length > 0 ? <Bring kinds={incoming} /> : <p>{t('exchange.cannot')}</p>}
            <TakeOut kinds={kinds.filter((kind) => kind.viewerCanExport)} />
          </>
        )}
      </ScreenState>
      <History />
    </Page>
  )
}

function Bring({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useTranslation()
  const kindTitle = useKindTitle()
  const go = useNavigate()
  const [chosen, choose] = useQueryState('kind', parseAsString)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<UserError[]>([])
  const kind = kinds.find((one) => one.name === chosen) ?? kinds[0]

  const take = async (file: File) => {
    if (!kind) return
    if (file.size > MOST_BYTES) {
      setRefused([{ code: 'TOO_LARGE', message: t('exchange.tooLarge') }])
      return
    }
    setBusy(true)
    setRefused([])
    const answer = await upload(kind.name, file)
    setBusy(false)
    if ('id' in answer) await go(`/imports/${answer.id}`)
    else setRefused([{ ...answer.refusal, message: answer.refusal.message || t('faults.NETWORK') }])
  }

  return (
    <section className="card stack" aria-label={t('exchange.bring')}>
      <h2>{t('exchange.bring')}</h2>
      <div className="filters">
        <Choice label={t('exchange.kind')} value={kind?.name ?? ''} onChange={(name) => void choose(name)}>
          {kinds.map((one) => (
            <option key={one.name} value={one.name}>
              {kindTitle(one.name, one.title)}
            </option>
          ))}
        </Choice>
        <a href={`/import/templates/${kind?.name ?? ''}`} download>
          {t('exchange.template')}
        </a>
      </div>
      <Refusals errors={refused} />
      <FileDrop busy={busy} onFile={(file) => void take(file)} />
    </section>
  )
}

function TakeOut({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useTranslation()
  const kindTitle = useKindTitle()
  const [chosen, choose] = useState('')
  const kind = kinds.find((one) => one.name === chosen) ?? kinds[0]
  if (!kind) return null
  return (
    <section className="card stack" aria-label={t('exchange.takeOut')}>
      <h2>{t('exchange.takeOut')}</h2>
      <div className="filters">
        <Choice label={t('exchange.exportTitle')} value={kind.name} onChange={choose}>
          {kinds.map((one) => (
            <option key={one.name} value={one.name}>
              {kindTitle(one.name, one.title)}
            </option>
          ))}
        </Choice>
        <ExportButton key={kind.name} listing={kind.name} />
      </div>
    </section>
  )
}
