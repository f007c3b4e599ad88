/** A case number as it is printed, in groups: 511602 261122 000001 7. */
export function groupedNumber(number: string): string {
  const groups = /^(\d{6})(\d{6})(\d{6})(\d)$/.exec(number)
  return groups ? groups.slice(1).join(' ') : number
}

/** Per mille as a percentage with one decimal: 957 → 95.7% */
export const permille = (value: number | null | undefined) => (value == null ? '—' : `${(value / 10).toFixed(1)}%`)
