import { useSyncExternalStore } from 'react'

/** As app.css has it: where tables become cards. */
const NARROW = '(max-width: 640px)'

function listen(changed: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The screen is a phone's, or enlarged as far. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(NARROW).matches)
}
