// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { agentOf, emptyDraft, faultsOf, keepDraft, papersOf, recallDraft, type Item } from './draft'

const item = {
  id: 'x',
  name: '高龄津贴',
  promisedLimit: 5,
  limitUnit: 'WORKING_DAYS',
  demo: false,
  cancelledOn: null,
  department: { id: 'd', name: '民政局' },
  acceptancePoints: [],
  materials: [],
} as unknown as Item

describe('who applies', () => {
  const right = { ...emptyDraft(item).who, name: '王小明', idNumber: '11010519491231002x', mobile: '138 0013 8000' }
  it('is let through with spaces and a small x, at the department where there is no other place', () => {
    expect(faultsOf(right)).toEqual({})
    expect(right.unit).toBe('d')
  })
  it('is told of each field that is wrong', () => {
    expect(faultsOf({ ...right, name: ' ', idNumber: '110105194912310021', mobile: '1380013', unit: '' })).toEqual({
      name: 'nameMissing',
      idNumber: 'idWrong',
      mobile: 'mobileWrong',
      unit: 'unitMissing',
    })
  })
  it('may have a paper whose number nobody can check', () => {
    expect(faultsOf({ ...right, idKind: 'PASSPORT', idNumber: 'E12345678' })).toEqual({})
  })
})

describe('who applies for somebody else', () => {
  const right = { ...emptyDraft(item).who, name: '王小明', idNumber: '11010519491231002X', mobile: '13800138000' }
  const agent = { ...right, agentName: ' 李大力 ', agentIdNumber: '511602196304120030', mandate: 'GUARDIAN' as const }
  it('says who he is, and until when the mandate holds', () => {
    expect(faultsOf(agent)).toEqual({})
    expect(agentOf(agent)).toEqual({ name: '李大力', idKind: 'IDENTITY_CARD', idNumber: '511602196304120030', mandate: 'GUARDIAN', until: null })
    expect(faultsOf({ ...agent, agentIdNumber: '511602196304120031', mandateUntil: '2020-01-01' })).toEqual({ agentIdNumber: 'idWrong', mandateUntil: 'mandateOver' })
    expect(faultsOf({ ...agent, agentName: '' })).toEqual({ agentName: 'agentMissing' })
  })
  it('is asked for the paper of his mandate before the papers of the item', () => {
    expect(papersOf(item, agent)).toEqual([{ seq: 0, name: '监护关系证明', required: true }])
    expect(papersOf(item, right)).toEqual([])
    expect(agentOf(right)).toBeNull()
  })
})

describe('a draft', () => {
  it('outlives a reload with its token, until that is over', () => {
    const draft = { ...emptyDraft(item), token: 't', mobile: '13800138000', until: '2999-01-01T00:00:00Z' }
    keepDraft(item, draft)
    expect(recallDraft(item)).toEqual(draft)
    keepDraft(item, { ...draft, until: '2020-01-01T00:00:00Z' })
    expect(recallDraft(item).token).toBe('')
  })
})
