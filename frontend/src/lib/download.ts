/** What is wanted of a list: the server's name of it, the columns shown, the filters and the order as the screen has them. */
export interface Wanted {
  listing: string
  format: 'XLSX' | 'CSV'
  columns?: readonly string[]
  filters?: Readonly<Record<string, string | null | undefined>>
  order?: string | null
}

export function addressOf({ listing, format, columns, filters, order }: Wanted): string {
  const query = new URLSearchParams({ format })
  if (columns?.length) query.set('columns', columns.join(','))
  if (order) query.set('order', order)
  for (const [name, value] of Object.entries(filters ?? {})) if (value) query.set(`filter.${name}`, value)
  return `/export/lists/${listing}?${query}`
}

function nameIn(disposition: string | null): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')
  return coded?.[1] ? decodeURIComponent(coded[1]) : 'export'
}

/** Fetches a short list and hands it to the browser; answers DONE, LARGE (a job's work), or the refusal's words. */
export async function download(wanted: Wanted): Promise<'DONE' | 'LARGE' | (string & {})> {
  const answer = await fetch(addressOf(wanted), { credentials: 'same-origin' }).catch(() => null)
  if (!answer) return ''
  if (!answer.ok) {
    const refusal = (await answer.json().catch(() => null)) as { code?: string; message?: string } | null
    return refusal?.code === 'LARGE' ? 'LARGE' : (refusal?.message ?? '')
  }
  return hand(answer)
}

/** Gives a file that was answered to the browser; answers DONE or the refusal's words. */
export async function hand(answer: Response): Promise<'DONE' | (string & {})> {
  if (!answer.ok) {
    const refusal = (await answer.json().catch(() => null)) as { message?: string } | null
    return refusal?.message ?? ''
  }
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(answer.headers.get('Content-Disposition'))
  link.click()
  URL.revokeObjectURL(url)
  return 'DONE'
}
