import { Link } from 'react-router'
import type { Told } from './trail-words'

/** The words people use; below them, small, what the seal covers. */
export function TrailCell({ told, to }: { told: Told; to?: string | null }) {
  const raw = <code className="break">{told.raw}</code>
  if (!told.words) return raw
  return (
    <>
      {to ? <Link to={to}>{told.words}</Link> : told.words}
      <div className="note">{raw}</div>
    </>
  )
}
