import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Day, Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Facts } from '@/components/Facts'
import { Light } from '@/components/Light'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { AnswerDue } from './AnswerDue'
import { useAgentWords } from './use-agent-words'

type Duty = NonNullable<CaseHeadFragment['duty']>

function DutyLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation()
  const unit = t(`budgetUnits.${duty.budgetUnit}`)
  return (
    <p className="duty-line">
      <Light light={duty.light} />
      {duty.closedLight && <span>{t('cases.closedIn', { light: t(`lights.${duty.closedLight}`) })}</span>}
      {!duty.closedAt && (
        <span>
          {t('due.due')} <DueDate due={duty} />
        </span>
      )}
      <span>{t('cases.consumedOf', { consumed: duty.consumed, budget: duty.budget, unit })}</span>
      {duty.extendedBy > 0 && <span>{t('cases.extendedBy', { by: duty.extendedBy, unit })}</span>}
      {duty.statutoryBudget != null && <span>{t('cases.statutoryOf', { budget: duty.statutoryBudget, unit })}</span>}
      {duty.statutoryDueOn && !duty.closedAt && (
        <span>
          {t('legal.statutoryDueOn')} <Day day={duty.statutoryDueOn} />
        </span>
      )}
    </p>
  )
}

const at = (instant: string | null | undefined) => instant && <Instant at={instant} />

/** @param deemed nobody answered in time whether it is accepted */
export function CaseFacts({ one, deemed }: { one: CaseHeadFragment; deemed: boolean }) {
  const { t } = useTranslation()
  const { applicant } = one
  const agentWords = useAgentWords()
  return (
    <section className="card" aria-label={t('cases.case')}>
      <p className="case-title">
        <Link to={`/items/${one.item.id}`}>{one.item.name}</Link>
        <Tag>{t(`caseStatus.${one.status}`)}</Tag>
        {one.item.demo && <Tag>{t('cases.demo')}</Tag>}
      </p>
      {one.acceptBy && <AnswerDue by={one.acceptBy} item={one.item} />}
      {deemed && !one.decidedAt && <p className="duty-line">{t('cases.deemed')}</p>}
      {one.duty && <DutyLine duty={one.duty} />}
      <Facts
        facts={[
          [t('cases.applicant'), applicant.name],
          [t(`cases.idKinds.${applicant.idKind}`), applicant.idNumber],
          [t('cases.mobile'), applicant.mobile],
          [t('cases.agent'), applicant.agent && agentWords(applicant.agent)],
          [t('consult.ofCase'), one.consultation && <Link to={`/consultations/${one.consultation.id}`}>{one.consultation.question}</Link>],
          [t('cases.source'), t(`cases.sources.${one.source}`, { defaultValue: one.source })],
          [t('cases.foreignNo'), one.foreignNo],
          [t('cases.foreignDueOn'), one.foreignDueOn && <Day day={one.foreignDueOn} />],
          [t('cases.dueDifference'), one.dueDifference],
          [t('cases.holder'), one.holderUnit.name],
          [t('cases.itemEdition'), t('cases.itemEditionNo', { no: one.itemEdition })],
          [t('cases.acceptUnit'), one.acceptUnit.name],
          [t('cases.decidedBy'), one.decideUnit.name],
          [t('cases.receivedAt'), at(one.receivedAt)],
          [t('cases.acceptedAt'), at(one.acceptedAt)],
          [t('cases.decidedAt'), at(one.decidedAt)],
          [t('cases.outcome'), one.outcome && t(`cases.outcomes.${one.outcome}`)],
          [t('cases.reason'), one.outcomeReason],
          [t('cases.resultNo'), one.resultNo],
          [t('cases.deliveredAt'), at(one.deliveredAt)],
          [t('cases.deliveryWay'), one.delivery && [t(`cases.ways.${one.delivery.way}`), one.delivery.carrier, one.delivery.postNo].filter(Boolean).join(' ')],
          [t('cases.overseer'), one.takeover?.unit.name],
          [t('cases.takenOverAt'), one.takeover && (one.takeover.signedAt ? <Instant at={one.takeover.signedAt} /> : t('cases.notTakenOver'))],
          [t('cases.rating'), one.rated ? t('cases.ratedYes') : null],
        ]}
      />
    </section>
  )
}
