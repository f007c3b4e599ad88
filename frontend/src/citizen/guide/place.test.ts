import { describe, expect, it } from 'vitest'
import { addressOf, placeOf } from './place'

describe('an address of the guide', () => {
  it.each(['/guide/511602/', '/guide/511602/SXRlbTox'])('%s is read and written the same', (path) => {
    const place = placeOf(path)
    expect(place && addressOf(place)).toBe(path)
  })

  it('of anything else is none', () => {
    expect(placeOf('/guide/')).toBeNull()
    expect(placeOf('/guide/5116/')).toBeNull()
    expect(placeOf('/guide/511602/a/b')).toBeNull()
  })
})
