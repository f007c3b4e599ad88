export interface Account {
  login: string
  password: string
  role: string
  unit: string
}

const ROLE = '(PLATFORM_OPERATOR|DISTRICT_ADMIN|SUB_DISTRICT_ADMIN|WINDOW_CLERK|DEPARTMENT_OFFICER|DEPARTMENT_HEAD|LEGAL_REVIEWER|SUPERVISOR|LEADER|AUDITOR)'
const IMPORTED = new RegExp(`^ +(\\S+) +(\\S+) +${ROLE}(?: +(.*))?$`, 'gm')
const DEMO = new RegExp(`^ +(\\S+\\.demo) +${ROLE}(?: +(.*))?$`, 'gm')

/** As import-demo prints them: login, first password, role, unit. */
export const importedAccounts = (output: string): Account[] =>
  [...output.matchAll(IMPORTED)].map(([, login = '', password = '', role = '', unit = '']) => ({ login, password, role, unit: unit.trim() }))

/** As the demo profile prints them at every start: one password for all, then login, role, unit. */
export function demoAccounts(output: string): Account[] {
  const password = /password (\S+)/.exec(output)?.[1] ?? ''
  return [...output.matchAll(DEMO)].map(([, login = '', role = '', unit = '']) => ({ login, password, role, unit: unit.trim() }))
}

export function accountFor(accounts: readonly Account[], role: string, unit?: string): Account {
  const found = accounts.find((one) => one.role === role && (unit === undefined || one.unit === unit))
  if (!found) throw new Error(`no account of ${role}${unit ? ` in ${unit}` : ''} among ${accounts.length}`)
  return found
}
