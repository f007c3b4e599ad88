import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Light as LightName } from '@/gql/staff/graphql'
import { Light } from './Light'

const lights: [LightName, string][] = [
  ['GREEN', '正常'],
  ['YELLOW', '临期'],
  ['RED', '超期'],
  ['DARK', '超法定时限'],
  ['PAUSED', '暂停'],
  ['CLOSED', '已结'],
]

describe('a light', () => {
  it.each(lights)('%s is the word %s, a colour and a shape', (light, word) => {
    const { container } = render(<Light light={light} />)
    expect(screen.getByText(word)).toHaveClass(`light-${light.toLowerCase()}`)
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
  })

  it('has a shape of its own for each', () => {
    const { container } = render(lights.map(([light]) => <Light key={light} light={light} />))
    const shapes = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'))
    expect(new Set(shapes).size).toBe(lights.length)
  })
})
