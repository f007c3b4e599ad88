import type { FormInstance } from 'antd'
import type { UserError } from './use-action'

/** 'applicant.idNumber', 'materials[2].state' → the form's path */
const pathOf = (field: string) =>
  field
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && part !== 'input')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** Puts each refusal at its field; answers those that have no field in this form. */
export function showAtFields(form: FormInstance, errors: readonly UserError[], words: (error: UserError) => string): UserError[] {
  const elsewhere: UserError[] = []
  for (const error of errors) {
    const name = error.field ? pathOf(error.field) : null
    if (name && form.getFieldInstance(name)) form.setFields([{ name, errors: [words(error)] }])
    else elsewhere.push(error)
  }
  return elsewhere
}
