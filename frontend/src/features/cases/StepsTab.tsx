import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { CaseStepsDocument, type CaseStepsQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { Meetings } from './Meetings'
import { StepModal, type StepActName } from './StepModal'

type Stepped = NonNullable<CaseStepsQuery['case']>
export type Step = Stepped['steps'][number]

/** Stage by stage: who leads, who is asked, what was answered, and what this viewer may do. */
export function StepsTab({ id, onChanged }: { id: string; onChanged: () => void }) {
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseStepsDocument, variables: { id }, requestPolicy: 'network-only' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const one = data?.case
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!one}>
      {() =>
        one && (
          <Stages
            one={one}
            onDone={() => {
              reload()
              onChanged()
            }}
          />
        )
      }
    </ScreenState>
  )
}

function Stages({ one, onDone }: { one: Stepped; onDone: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{ step: Step; act: StepActName } | null>(null)
  const stages = [...new Set(one.steps.map((step) => step.stage))]
  return (
    <div className="stack">
      {one.parent && (
        <p>
          {t('steps.parent')} <Link to={`/cases/${one.parent.id}`}>{groupedNumber(one.parent.number)}</Link>
        </p>
      )}
      {one.steps.length === 0 && <Nothing>{t('steps.none')}</Nothing>}
      {stages.map((stage) => (
        <section key={stage}>
          <h2>
            {t('steps.stage', { no: stage })} {one.steps.find((step) => step.stage === stage)?.stageName}
          </h2>
          <ul className="steps">
            {one.steps
              .filter((step) => step.stage === stage)
              .map((step) => (
                <StepLine key={step.id} step={step} onAct={(act) => setOpen({ step, act })} />
              ))}
          </ul>
        </section>
      ))}
      <Meetings one={one} onDone={onDone} />
      {open && (
        <StepModal
          {...open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            onDone()
          }}
        />
      )}
    </div>
  )
}

function StepLine({ step, onAct }: { step: Step; onAct: (act: StepActName) => void }) {
  const { t } = useTranslation()
  const acts: StepActName[] = []
  if (step.viewerCanAnswer) acts.push('answer')
  if (step.viewerCanLead && step.state === 'OPEN') acts.push('urge')
  if (step.viewerCanLead && step.state === 'WAITING') acts.push('early')
  if (step.viewerCanLead && (!step.childCase || step.answer === 'DISAGREE') && (step.state === 'ANSWERED' || step.state === 'DEEMED')) acts.push('reopen')
  return (
    <li className="card">
      <p className="case-title">
        {step.name} <Tag>{t(step.lead ? 'steps.lead' : 'steps.co')}</Tag> <Tag>{t(`steps.states.${step.state}`)}</Tag>
        {step.duty && <Light light={step.duty.closedLight ?? step.duty.light} />}
      </p>
      <p>
        {step.unit.name}
        {step.duty && !step.duty.closedAt && (
          <>
            {' '}
            · {t('due.due')} <DueDate due={step.duty} />
          </>
        )}
        {step.urged > 0 && <> · {t('steps.urged', { count: step.urged })}</>}
      </p>
      {step.silenceConsentsBy && step.state === 'OPEN' && <p className="note">{t('steps.willConsent', { document: step.silenceConsentsBy })}</p>}
      {step.childCase && (
        <p>
          {t('steps.childCase')} <Link to={`/cases/${step.childCase.id}`}>{groupedNumber(step.childCase.number)}</Link>{' '}
          {t(`caseStatus.${step.childCase.status}`)}
        </p>
      )}
      {step.answer && (
        <p>
          <strong>{t(`steps.answers.${step.answer}`)}</strong> {step.reason}
        </p>
      )}
      {step.answers
        .filter((given) => given.reopened)
        .map((given) => (
          <p key={given.at} className="note">
            {t('steps.corrected', { answer: t(`steps.answers.${given.answer}`), reason: given.reason, why: given.reopened })}
          </p>
        ))}
      {acts.map((act) => (
        <Button key={act} type={act === 'answer' ? 'primary' : 'default'} onClick={() => onAct(act)} aria-label={`${t(`steps.${act}`)} ${step.name}`}>
          {t(`steps.${act}`)}
        </Button>
      ))}
    </li>
  )
}
