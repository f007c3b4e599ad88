import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../language'
import type { Item } from './draft'
import { words } from './words'

/** Which step it is, and for what; it takes the focus, so that a screen reader says it. */
export function StepTitle({ n, item }: { n: 1 | 2 | 3; item?: Item }) {
  const { t } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      {item && (
        <p class="strong" lang="zh-CN">
          {item.name}
        </p>
      )}
      {item?.demo && <p class="notice">{t('demo')}</p>}
      <p class="hint">{t('step', { n })}</p>
      <h1 tabIndex={-1} ref={heading}>
        {t(`step${n}`)}
      </h1>
    </>
  )
}
