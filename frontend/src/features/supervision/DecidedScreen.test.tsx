import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import DecidedScreen from './DecidedScreen'

const none = { data: { units: [{ id: 'u7', name: '区民政局' }], decidedCases: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } }

describe('the cases decided in a month', () => {
  it('are those of a unit: one is asked for, and can be chosen', () => {
    show(<DecidedScreen />, none)
    expect(screen.getByText('请先选择单位')).toBeInTheDocument()
    expect(screen.queryByText('没有办结件')).toBeNull()
    expect(screen.getByRole('option', { name: '区民政局' })).toBeInTheDocument()
  })

  it('are none where the unit has decided nothing', () => {
    show(<DecidedScreen />, none, { search: '?unit=u7&month=2026-11' })
    expect(screen.getByText('没有办结件')).toBeInTheDocument()
  })
})
