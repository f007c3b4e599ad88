import { describe, expect, it } from 'vitest'
import { freshStep, movedTo, type EditedStep } from './procedure-edit'

const step = (name: string, stage: number): EditedStep => ({ ...freshStep([]), name, stage, stageName: `stage ${stage}` })

describe('steps of a procedure', () => {
  it('a step that moves takes the stage it comes to lie in', () => {
    const moved = movedTo([step('a', 1), step('b', 1), step('c', 2)], 0, 2)
    expect(moved.map((one) => [one.name, one.stage])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 2],
    ])
  })

  it('a place that is not there moves nothing', () => {
    expect(movedTo([step('a', 1)], 0, 5).map((one) => one.name)).toEqual(['a'])
  })

  it('the first step leads, the next one joins its stage', () => {
    const first = freshStep([])
    expect(first.lead).toBe(true)
    expect(freshStep([{ ...first, stage: 3, stageName: 'x' }])).toMatchObject({ lead: false, stage: 3, stageName: 'x' })
  })
})
