import { describe, expect, it } from 'vitest'
import { acceptInput, mandatesOf, placesOf, type AcceptFields, type ItemToAccept } from './accept-form'

const item = {
  id: 'i',
  department: { id: 'd', name: '民政局' },
  acceptancePoints: [{ id: 'e' }],
  materials: [{ id: 'm', seq: 1, name: '申请书', required: true, reuse: 'NEVER' }],
} as unknown as ItemToAccept

const fields: AcceptFields = {
  applicant: {
    kind: 'PERSON',
    name: '赵桂兰',
    idKind: 'IDENTITY_CARD',
    idNumber: '11010519491231002x',
    agent: { name: ' 李大力 ', idKind: 'IDENTITY_CARD', idNumber: '5116 0219 6304 1200 30', mandate: 'SPECIAL' },
  },
  materials: { '0': 'COPY', '1': 'ORIGINAL_SEEN' },
}

describe('the form of acceptance', () => {
  it('sends an agent and the paper of his mandate, only while somebody acts for the applicant', () => {
    const through = acceptInput(item, { ...fields, hasAgent: true }, 'q')
    expect(through.applicant.agent).toEqual({ name: '李大力', idKind: 'IDENTITY_CARD', idNumber: '511602196304120030', mandate: 'SPECIAL', until: null })
    expect(through.materials).toEqual([
      { seq: 0, state: 'COPY' },
      { seq: 1, state: 'ORIGINAL_SEEN' },
    ])
    expect(through.consultationId).toBe('q')
    const himself = acceptInput(item, { ...fields, hasAgent: false })
    expect(himself.applicant.agent).toBeNull()
    expect(himself.materials).toEqual([{ seq: 1, state: 'ORIGINAL_SEEN' }])
  })
  it('offers the windows that may accept the item, and no other', () => {
    expect(placesOf(item, [{ id: 'x' }, { id: 'e' }, { id: 'd' }])).toEqual([{ id: 'e' }, { id: 'd' }])
  })
  it('knows no guardian of an enterprise', () => {
    expect(mandatesOf('ENTERPRISE')).not.toContain('GUARDIAN')
  })
})
