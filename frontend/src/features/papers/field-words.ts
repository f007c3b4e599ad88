interface Field {
  name: string
  label: string
}

const replaced = (text: string, words: ReadonlyMap<string, string>): string =>
  text.replace(/\{([^{}\n]+)\}/g, (whole, name: string) => (words.has(name) ? `{${words.get(name)}}` : whole))

/** `{applicant}` as Chinese staff read and write it: `{申请人}`. */
export const inWords = (text: string, fields: readonly Field[]): string => replaced(text, new Map(fields.map(({ name, label }) => [name, label])))

/** And as the server keeps it; what names no field stays, so that the server can say so. */
export const inNames = (text: string, fields: readonly Field[]): string => replaced(text, new Map(fields.map(({ name, label }) => [label, name])))
