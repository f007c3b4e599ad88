/** An account as the product prints it: `  login  password  ROLE  unit`. */
export interface Account {
  login: string
  password: string
  role: string
  unit: string
}

const LINE = /^\s{2,}(\S+)\s+(\S+)\s+([A-Z]+(?:_[A-Z]+)+|SUPERVISOR|LEADER|AUDITOR)\b\s*(.*)$/

export function accountsIn(output: string): Account[] {
  return output.split('\n').flatMap((line) => {
    const [, login, password, role, unit] = LINE.exec(line) ?? []
    return login && password && role ? [{ login, password, role, unit: (unit ?? '').trim() }] : []
  })
}

export function accountFor(accounts: readonly Account[], role: string, unit?: string): Account {
  const found = accounts.find((one) => one.role === role && (unit === undefined || one.unit === unit))
  if (!found) throw new Error(`no account of ${role}${unit ? ` in ${unit}` : ''}`)
  return found
}
