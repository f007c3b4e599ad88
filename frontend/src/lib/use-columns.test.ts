import { describe, expect, it } from 'vitest'
import { columnsOf } from './use-columns'

const all = [{ key: 'light' }, { key: 'number' }, { key: 'due' }]
const keys = (named: string | null) => columnsOf(all, named).map((column) => column.key)

describe('columns of a list', () => {
  it('are all when the address names none', () => {
    expect(keys(null)).toEqual(['light', 'number', 'due'])
  })

  it('are those of the address in its order', () => {
    expect(keys('due,light')).toEqual(['due', 'light'])
  })

  it('keep the buttons at the end, whatever the address names', () => {
    const withButtons = [...all, { key: 'actions', action: true }]
    expect(columnsOf(withButtons, 'actions,due').map((column) => column.key)).toEqual(['due', 'actions'])
  })

  it('leave out what the list does not have, and are never none', () => {
    expect(keys('due,gone')).toEqual(['due'])
    expect(keys('gone')).toEqual(['light', 'number', 'due'])
  })
})
