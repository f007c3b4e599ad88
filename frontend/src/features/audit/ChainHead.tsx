import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { Facts } from '@/components/Facts'
import { ScreenState } from '@/components/ScreenStates'
import { AuditHeadDocument } from '@/gql/staff/graphql'

/** The newest seal, to compare with what was published outside. */
export function ChainHead() {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: AuditHeadDocument })
  const head = data?.auditHead
  return (
    <section className="card" aria-label={t('audit.head')}>
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={() => ask({ requestPolicy: 'network-only' })}
        empty={!head}
        emptyText={t('audit.noHead')}
      >
        {() =>
          head && (
            <Facts
              facts={[
                [t('audit.seq'), head.seq],
                [t('audit.sealedAt'), <Instant key="at" at={head.sealedAt} />],
                [t('audit.unsealed'), head.unsealed],
                [t('audit.hash'), <code key="hash" className="break">{head.hash}</code>],
              ]}
            />
          )
        }
      </ScreenState>
    </section>
  )
}
