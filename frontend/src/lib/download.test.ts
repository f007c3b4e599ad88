import { describe, expect, it } from 'vitest'
import { addressOf } from './download'

describe('the address of a list', () => {
  it('names columns, order and filters as shown, and leaves empty ones out', () => {
    const address = addressOf({
      listing: 'units',
      format: 'CSV',
      columns: ['name', 'codes'],
      filters: { unitId: 'a+b', light: null },
      order: 'due',
    })
    expect(address).toBe('/export/lists/units?format=CSV&columns=name%2Ccodes&order=due&filter.unitId=a%2Bb')
  })
})
