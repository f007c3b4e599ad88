const MOUTHS: Record<number, string> = {
  5: 'M7 13q5 7 10 0z',
  4: 'M7 14q5 5 10 0',
  3: 'M7 15.5h10',
  2: 'M7 17q5-5 10 0',
  1: 'M7 18q5-7 10 0z',
}

/** Beside the word, never instead of it. */
export function Face({ grade }: { grade: number }) {
  return (
    <svg class="face" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d={`M8.5 8.5v1.2M15.5 8.5v1.2${MOUTHS[grade] ?? ''}`} />
    </svg>
  )
}
