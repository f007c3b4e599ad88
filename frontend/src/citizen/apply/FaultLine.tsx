import { useWords } from '../language'
import type { Fault } from './Application'
import { words } from './words'

export function FaultLine({ fault }: { fault: Fault }) {
  const { t } = useWords(words)
  return <div role="alert">{fault && <p class="fault">{'word' in fault ? t(fault.word) : fault.text}</p>}</div>
}
