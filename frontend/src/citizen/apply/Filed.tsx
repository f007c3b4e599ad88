import { grouped } from '../case-number'
import { Expected } from '../Expected'
import { useWords } from '../language'
import { Message } from '../Message'
import type { Receipt } from './Application'
import { masked } from './CodeForm'
import { papersOf, type Draft, type Item } from './draft'
import { words } from './words'

interface FiledProps {
  receipt: Receipt
  item: Item
  draft: Draft
}

/** Number and password in big figures; they are shown once. */
export function Filed({ receipt, item, draft }: FiledProps) {
  const { t } = useWords(words)
  const brought = papersOf(item, draft.who).filter(({ seq }) => draft.bring.includes(seq) && !draft.files.some((one) => one.seq === seq))
  return (
    <Message title={t('done')}>
      <p>{t('keep')}</p>
      <dl class="answer">
        <dt>{t('number')}</dt>
        <dd class="big figures">{grouped(receipt.number)}</dd>
        <dt>{t('password')}</dt>
        <dd class="big figures">{receipt.queryPassword}</dd>
      </dl>
      <p>{t('sms', { mobile: masked(draft.mobile) })}</p>
      {receipt.answerBy && (
        <>
          <p>{t('answerBy')}</p>
          <Expected day={receipt.answerBy} provisional={false} />
        </>
      )}
      <dl>
        <dt>{t('item')}</dt>
        <dd lang="zh-CN">{receipt.itemName}</dd>
        <dt>{t('place')}</dt>
        <dd lang="zh-CN">{receipt.unitName}</dd>
      </dl>
      {brought.length > 0 && (
        <section class="notice">
          <h2>{t('stillBring')}</h2>
          <ul lang="zh-CN">
            {brought.map(({ seq, name }) => (
              <li key={seq}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        <a class="go" href={`/progress#${receipt.number}`}>
          {t('progress')}
        </a>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </Message>
  )
}
