interface Entry {
  name: string
  unitName: string
  basis: string
  content: string
  code: string
}

/** One entry a line: name, unit, basis, content, code, apart by a bar; what is pasted from a sheet is apart by tabs. */
export function entriesOf(text: string): Entry[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', unitName = '', basis = '', content = '', code = ''] = line.split(/[|｜\t]/).map((part) => part.trim())
      return { name, unitName, basis, content, code }
    })
}

export function textOf(entries: readonly Entry[]): string {
  return entries
    .map(({ name, unitName, basis, content, code }) =>
      [name, unitName, basis, content, code]
        .map((part) => part.replace(/\s*[\n|｜\t]\s*/g, ' '))
        .join(' | ')
        .replace(/(?: \| )+$/, '')
        .trim(),
    )
    .join('\n')
}
