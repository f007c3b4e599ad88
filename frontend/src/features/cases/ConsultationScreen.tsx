import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Facts } from '@/components/Facts'
import { Light } from '@/components/Light'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { ConsultationAskerRevealDocument, ConsultationDocument, type OneConsultationFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { groupedNumber } from '@/lib/numbers'
import { formatInstant } from '@/lib/time'
import { useAction, type UserError } from '@/lib/use-action'
import type { Consulted } from './accept-form'
import { ConsultationActModal, type ConsultationAct } from './ConsultationActModal'

/** One question: who answers for it, until when, and what came of it. */
export default function ConsultationScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: ConsultationDocument, variables: { id } })
  const one = data?.consultation
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page title={t('consult.one')} actions={one && <Acts one={one} onDone={reload} />}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!one} emptyText={t('consult.notInReach')}>
        {() => one && <Parts one={one} />}
      </ScreenState>
    </Page>
  )
}

function Acts({ one, onDone }: { one: OneConsultationFragment; onDone: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [act, setAct] = useState<ConsultationAct | null>(null)
  const { run, running } = useAction(ConsultationAskerRevealDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })

  /** The form is filled in from here, never from an address that others could read. */
  const accept = async () => {
    let asker: Consulted['asker'] = one.asker
    if (one.viewerCanRevealAsker && (asker.name || asker.mobile)) {
      const outcome = await run({ id: one.id, purpose: 'ACCEPT' })
      if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
      asker = outcome.result.asker ?? asker
    } else asker = { kind: asker.kind, name: null, mobile: null }
    void navigate('/accept', { state: { consultation: { id: one.id, item: one.item, asker } } })
  }

  const may = { take: one.viewerCanTake, answer: one.viewerCanAnswer, handOver: one.viewerCanHandOver }
  return (
    <>
      {(['take', 'answer', 'handOver'] as const)
        .filter((name) => may[name])
        .map((name, at) => (
          <Button key={name} type={at === 0 ? 'primary' : 'default'} onClick={() => setAct(name)}>
            {t(`consult.acts.${name}`)}
          </Button>
        ))}
      {one.viewerCanAccept && (
        <Button loading={running} onClick={() => void accept()}>
          {t('consult.toCase')}
        </Button>
      )}
      <Refusals errors={refused.errors} fault={refused.fault} />
      {act && (
        <ConsultationActModal
          act={act}
          one={one}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            onDone()
          }}
        />
      )}
    </>
  )
}

function Parts({ one }: { one: OneConsultationFragment }) {
  const { t } = useTranslation()
  const open = one.duties.filter((duty) => !duty.closedAt)
  const { run, running } = useAction(ConsultationAskerRevealDocument)
  const [shown, setShown] = useState<OneConsultationFragment['asker'] | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const asker = shown ?? one.asker
  const reveal = async () => {
    const outcome = await run({ id: one.id, purpose: 'ANSWER' })
    if (outcome.done) setShown(outcome.result.asker ?? null)
    setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
  }
  return (
    <>
      <section className="card" aria-label={t('consult.one')}>
        <p className="case-title">
          {one.item ? <Link to={`/items/${one.item.id}`}>{one.item.name}</Link> : t('consult.one')}
          <Tag>{t(`consult.states.${one.state}`)}</Tag>
        </p>
        {open.map((duty) => (
          <p key={duty.id} className="duty-line">
            <Light light={duty.light} />
            <span>{t(`legal.dutyKinds.${duty.kind}`)}</span>
            <span>
              {t('due.due')} <DueDate due={duty} />
            </span>
          </p>
        ))}
        <Facts
          facts={[
            [t('consult.question'), one.question],
            [t('consult.materials'), one.materials],
            [t('consult.answer'), one.answer],
            [t('consult.asker'), [asker.name, asker.mobile].filter(Boolean).join(' · ')],
            [t('consult.openedAt'), <Instant key="at" at={one.openedAt} />],
            [t('consult.firstUnit'), one.firstUnit.name],
            [t('consult.firstClerk'), one.firstClerk?.name],
            [t('consult.unit'), one.unit.name],
            [t('consult.toUnit'), one.toUnit && t('pairs.beside', { name: one.toUnit.name, value: t('consult.notTaken') })],
            [t('consult.answeredAt'), one.answeredAt && <Instant at={one.answeredAt} />],
            [t('consult.answeredBy'), one.answeredUnit && [one.answeredUnit.name, one.answeredBy?.name].filter(Boolean).join(' · ')],
            [t('consult.became'), one.case && <Link to={`/cases/${one.case.id}`}>{groupedNumber(one.case.number)}</Link>],
          ]}
        />
        {one.viewerCanRevealAsker && !shown && (one.asker.name || one.asker.mobile) && (
          <Button size="small" loading={running} onClick={() => void reveal()}>
            {t('consult.seeAsker')}
          </Button>
        )}
        <Refusals errors={refused.errors} fault={refused.fault} />
      </section>
      {one.handovers.length > 0 && (
        <>
          <h2>{t('consult.passings')}</h2>
          <RecordTable
            caption={t('consult.passings')}
            rows={one.handovers}
            rowKey={(row) => row.sentAt}
            columns={[
              { key: 'from', title: t('cases.from'), text: (row) => row.from.name },
              { key: 'to', title: t('cases.to'), text: (row) => row.to.name },
              { key: 'reason', title: t('consult.reason'), text: (row) => row.reason },
              { key: 'sent', title: t('cases.sentAt'), text: (row) => formatInstant(row.sentAt) },
              { key: 'taken', title: t('consult.takenAt'), text: (row) => (row.takenAt ? formatInstant(row.takenAt) : t('consult.notTaken')) },
            ]}
          />
        </>
      )}
    </>
  )
}
