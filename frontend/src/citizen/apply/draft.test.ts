import { describe, expect, it } from 'vitest'
import { emptyDraft, faultsOf, recallDraft, keepDraft, type Item } from './draft'

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

describe('a draft', () => {
  it('outlives a reload with its token, until that is over', () => {
    const draft = { ...emptyDraft(item), token: 't', mobile: '13800138000', until: '2999-01-01T00:00:00Z' }
    keepDraft(item, draft)
    expect(recallDraft(item)).toEqual(draft)
    keepDraft(item, { ...draft, until: '2020-01-01T00:00:00Z' })
    expect(recallDraft(item).token).toBe('')
  })
})
