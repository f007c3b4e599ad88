import { describe, expect, it } from 'vitest'
import i18n from './i18n'
import { actTold, actorTold, actWords, screenOf, subjectTold, text, trailWords, type Entry } from '@/features/audit/trail-words'

const entry: Entry = {
  __typename: 'AuditEntry',
  id: 'e1',
  at: '2026-11-20T02:00:00Z',
  actor: 'account:17',
  action: 'account.sign-in',
  subject: 'case:5',
  facts: '{}',
  sealed: true,
  by: { __typename: 'AuditActor', kind: 'PERSON', name: '周敏', unit: '区民政局', role: 'DEPARTMENT_OFFICER', absent: null },
  about: { __typename: 'AuditRecord', name: '5116022026000000001', id: 'Q2FzZTo1' },
}
const nobody = { __typename: 'AuditActor' as const, kind: 'SYSTEM' as const, name: null, unit: null, role: null, absent: null }
const { t } = i18n

describe('a row of the trail', () => {
  it('reads as people speak, with what the seal covers at the end', () => {
    expect(text(actorTold(entry, t))).toBe('周敏 · 区民政局 · account:17')
    expect(text(actTold(entry, actWords(t)))).toBe('登录 · account.sign-in')
    expect(text(subjectTold(entry, t))).toBe('办件 · 5116022026000000001 · case:5')
    expect(screenOf(entry)).toBe('/cases/Q2FzZTo1')
  })

  it('tells for whom a deputy did it, a post beside the units, and a partner', () => {
    expect(text(actorTold({ ...entry, by: { ...entry.by, unit: null, absent: '王强' } }, t))).toBe('周敏 · 部门经办人 · 代 王强 · account:17')
    expect(text(actorTold({ ...entry, by: { ...entry.by, kind: 'PARTNER' } }, t))).toBe('对接系统 · 周敏 · 区民政局 · account:17')
    expect(text(actorTold({ ...entry, actor: 'job:exchange', by: nobody }, t))).toBe('系统任务 · job:exchange')
  })

  it('shows the raw word alone where nobody knows another', () => {
    expect(text(actTold({ ...entry, action: 'old.word' }, actWords(t)))).toBe('old.word')
    expect(text(subjectTold({ ...entry, subject: 'thing:5', about: null }, t))).toBe('thing:5')
    expect(screenOf({ ...entry, about: { __typename: 'AuditRecord', name: '周敏', id: null } })).toBeNull()
  })

  it('gives the server every word for a long file, none of them too long for it', () => {
    const words = trailWords(t)
    expect(Object.keys(words['action'] ?? {}).length).toBeLessThan(300)
    expect(Object.values(words).flatMap((column) => Object.values(column)).every((word) => word.length > 0 && word.length <= 100)).toBe(true)
  })
})
