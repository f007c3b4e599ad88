import { Button, Popconfirm, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { Refusals } from '@/components/Refusals'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { ToldWhenSaved } from '@/components/ToldWhenSaved'
import { ProcedureDraftDocument, ProcedureRetireDocument, ProceduresDocument, type ProcedureFullFragment, type ProceduresQuery } from '@/gql/staff/graphql'
import { useAction, type UserError } from '@/lib/use-action'
import type { ServerFault } from '@/lib/graphql-error'
import { useState } from 'react'
import { ConsentForm, HandlingForm } from './HandlingForms'
import { ProcedureEditor } from './ProcedureEditor'
import { ProcedureTable } from './ProcedureTable'

/** How several units handle an item, in versions, and what the district allows for it. */
export default function ProcedureScreen() {
  const { t } = useTranslation()
  const { itemId = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: ProceduresDocument, variables: { itemId }, requestPolicy: 'network-only' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page title={data?.item ? `${data.item.name} · ${t('steps.procedure')}` : t('steps.procedure')}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!data?.item} emptyText={t('catalog.noSuchItem')}>
        {() => data?.item && <Parts data={data} itemId={itemId} reload={reload} />}
      </ScreenState>
    </Page>
  )
}

function Parts({ data, itemId, reload }: { data: ProceduresQuery; itemId: string; reload: () => void }) {
  const { t } = useTranslation()
  const handling = data.itemHandling
  const draft = data.procedures.find((one) => one.state === 'DRAFT')
  return (
    <div className="stack">
      <section>
        <h2>{t('steps.steps')}</h2>
        {data.procedures.length === 0 && <Nothing>{t('steps.noProcedure')}</Nothing>}
        {!draft && <NewDraft itemId={itemId} onDone={reload} />}
        {draft?.viewerCanEdit && <ProcedureEditor key={draft.id} draft={draft} onDone={reload} />}
        {draft?.viewerCanEdit && <Retire one={draft} word="steps.drop" onDone={reload} />}
        {data.procedures
          .filter((one) => one !== draft || !draft.viewerCanEdit)
          .map((one) => (
            <Version key={one.id} one={one} onDone={reload} />
          ))}
      </section>
      {handling?.viewerCanEdit && (
        <ToldWhenSaved onSaved={reload}>
          {(onSaved) => <HandlingForm key={handling.version} itemId={itemId} now={handling} onReload={reload} onSaved={onSaved} />}
        </ToldWhenSaved>
      )}
      {data.consentRule.viewerCanEdit && (
        <ToldWhenSaved onSaved={reload}>
          {(onSaved) => <ConsentForm key={data.consentRule.version} now={data.consentRule} onReload={reload} onSaved={onSaved} />}
        </ToldWhenSaved>
      )}
    </div>
  )
}

function NewDraft({ itemId, onDone }: { itemId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { run, running } = useAction(ProcedureDraftDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const start = async () => {
    const outcome = await run({ itemId })
    if (outcome.done) onDone()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }
  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} />
      <Button loading={running} onClick={() => void start()}>
        {t('steps.newDraft')}
      </Button>
    </>
  )
}

/** Given up only after a second look: later cases begin without it. */
function Retire({ one, word, onDone }: { one: ProcedureFullFragment; word: 'steps.drop' | 'steps.retire'; onDone: () => void }) {
  const { t } = useTranslation()
  const { run, running } = useAction(ProcedureRetireDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const retire = async () => {
    const outcome = await run({ id: one.id, expectedVersion: one.version })
    if (outcome.done) onDone()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }
  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      <Popconfirm title={t(`${word}Why`)} okText={t(word)} cancelText={t('actions.cancel')} onConfirm={() => void retire()}>
        <Button danger loading={running}>
          {t(word)}
        </Button>
      </Popconfirm>
    </>
  )
}

function Version({ one, onDone }: { one: ProcedureFullFragment; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-label={t('steps.version', { no: one.no })}>
      <p className="case-title">
        {t('steps.version', { no: one.no })} <Tag>{t(`steps.procedureStates.${one.state}`)}</Tag>
        {one.joint && <Tag>{t('steps.joint')}</Tag>}
      </p>
      <ProcedureTable steps={one.steps} />
      {one.state === 'IN_FORCE' && one.viewerCanEdit && <Retire one={one} word="steps.retire" onDone={onDone} />}
    </section>
  )
}
