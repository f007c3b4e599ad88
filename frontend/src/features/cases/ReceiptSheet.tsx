import { useTranslation } from 'react-i18next'
import { Day, Instant, Provisional } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Facts } from '@/components/Facts'
import { QrCode } from '@/components/QrCode'
import type { ReceiptFragment } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { dayOf } from '@/lib/time'
import { useLimitText } from '@/lib/use-limit-text'
import { useViewer } from '@/lib/viewer'
import { useAgentWords } from './use-agent-words'

/** The number goes in the fragment: it fills the page's field and reaches no server log. */
const progressUrl = (number: string) => `${location.origin}/progress#${number}`

/** The paper the applicant takes home. */
export function ReceiptSheet({ receipt, password }: { receipt: ReceiptFragment; password: string }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const { applicant, duty } = receipt
  const agentWords = useAgentWords()
  const limitText = useLimitText()
  const title = receipt.acceptedAt ? t('cases.receiptTitle') : t('legal.receivedTitle')
  return (
    <section className="sheet" aria-label={title}>
      <h2>
        <span>{district?.name}</span>
        {title}
      </h2>
      <div className="sheet-head">
        <dl className="big-facts">
          <dt>{t('cases.number')}</dt>
          <dd className="number">{groupedNumber(receipt.number)}</dd>
          <dt>{t('cases.queryPassword')}</dt>
          <dd className="number secret">{password}</dd>
        </dl>
        <figure>
          <QrCode text={progressUrl(receipt.number)} label={t('cases.progressQr')} />
          <figcaption>{t('cases.progressAt', { url: `${location.host}/progress` })}</figcaption>
        </figure>
      </div>
      <Facts
        facts={[
          [t('cases.item'), receipt.item.name],
          [t('cases.applicant'), t('pairs.beside', { name: applicant.name, value: `${t(`cases.idKinds.${applicant.idKind}`)} ${applicant.idNumber}` })],
          [t('cases.agent'), applicant.agent && agentWords(applicant.agent)],
          [t('cases.acceptUnit'), receipt.acceptUnit.name],
          [t('cases.decidedBy'), receipt.decideUnit.name],
          [t('cases.receivedAt'), <Instant key="at" at={receipt.receivedAt} />],
          [t('cases.promised'), duty && limitText(duty.budget, duty.budgetUnit, '')],
          [t('cases.dueBy'), duty && <DueDate key="due" due={duty} />],
        ]}
      />
      {duty?.provisional && (
        <p className="note">
          <Provisional /> {t('due.provisionalWhy')}
        </p>
      )}
      <h3>{t('cases.materials')}</h3>
      <ol className="papers">
        {receipt.materials.map((material) => (
          <li key={material.seq}>
            {material.name} <em>{t(`cases.materialStates.${material.state}`)}</em>
          </li>
        ))}
      </ol>
      <p className="note">{t('cases.howToAsk')}</p>
      {receipt.item.demo && <p className="note">{t('cases.demo')}</p>}
      <p className="seal">
        {receipt.acceptUnit.name}
        <span>{t('cases.seal')}</span>
        <Day day={dayOf(receipt.acceptedAt ?? receipt.receivedAt, district?.zone)} />
      </p>
    </section>
  )
}
