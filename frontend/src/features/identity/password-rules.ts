const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]

export type PasswordFault = 'passwordLength' | 'passwordKinds' | 'passwordLoginName'

/** The rule the server checks as well: 10 to 128 characters, three kinds of characters, not the login name. */
export function passwordFault(password: string, loginName: string): PasswordFault | null {
  if (password.length < 10 || password.length > 128) return 'passwordLength'
  if (kinds.filter((kind) => kind.test(password)).length < 3) return 'passwordKinds'
  if (password.toLowerCase().includes(loginName.toLowerCase())) return 'passwordLoginName'
  return null
}
