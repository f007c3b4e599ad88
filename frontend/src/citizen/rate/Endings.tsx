import { momentInWords } from '../days'
import { useWords } from '../language'
import { Message } from '../Message'
import type { Receipt } from './desk'
import { words } from './words'

/** The receipt never shows the grade. */
export function Sent({ receipt }: { receipt: Receipt }) {
  const { t, language } = useWords(words)
  return (
    <Message title={t('thanks')}>
      <dl>
        <dt>{t('receipt')}</dt>
        <dd class="figures">{receipt.number}</dd>
        <dt>{t('at')}</dt>
        <dd>{momentInWords(receipt.at, language)}</dd>
      </dl>
      <p>{t('receiptWhy')}</p>
      <p>{t('private')}</p>
    </Message>
  )
}

/** Wrong, used and expired look alike, or the page would tell whether somebody has rated. */
export function InvalidLink() {
  const { t } = useWords(words)
  return (
    <Message title={t('invalidTitle')}>
      <p>{t('invalidWhy')}</p>
      <p>{t('invalidDo')}</p>
      <ul>
        <li>{t('invalidDo1')}</li>
        <li>{t('invalidDo2')}</li>
        <li>{t('invalidDo3')}</li>
      </ul>
    </Message>
  )
}
