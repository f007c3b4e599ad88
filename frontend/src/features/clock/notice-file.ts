export interface Notice {
  year: number
  paper: string
  days: { day: string; off: boolean; name: string }[]
}

interface NoticeFile {
  year?: unknown
  papers?: unknown
  days?: unknown
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * The yearly file as it is passed around (holiday-cn): {"year", "papers": [], "days": [{"name", "date", "isOffDay"}]}.
 * Null when it is something else; a file without papers or days publishes nothing.
 */
export function noticeOf(text: string): Notice | null {
  let file: NoticeFile
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    file = read as NoticeFile
  } catch {
    return null
  }
  const papers = Array.isArray(file.papers) ? file.papers.map(textOf).filter(Boolean) : []
  const rows: unknown[] = Array.isArray(file.days) ? file.days : []
  const days = rows.map((row) => {
    const { name, date, isOffDay } = (row ?? {}) as { name?: unknown; date?: unknown; isOffDay?: unknown }
    return { day: textOf(date), off: isOffDay === true, name: textOf(name) }
  })
  const whole = typeof file.year === 'number' && papers.length > 0 && days.length > 0
  const typed = days.every(({ day, name }) => /^\d{4}-\d{2}-\d{2}$/.test(day) && name !== '')
  return whole && typed ? { year: Number(file.year), paper: papers.join(' '), days } : null
}
