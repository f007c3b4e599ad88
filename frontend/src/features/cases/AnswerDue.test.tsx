import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import { AnswerDue } from './AnswerDue'

const item = { promisedLimit: 5, cancelledOn: null }
const due = (by: string, of: Parameters<typeof AnswerDue>[0]['item'] = item) => show(<AnswerDue by={by} item={of} />, 'waiting')

describe('until when it is answered whether a case is accepted', () => {
  it('is a day to come, the last day too', () => {
    due('2026-11-22') // today in the tests
    expect(screen.getByText(/5 个工作日内答复是否受理，最迟/)).toHaveTextContent('2026-11-22 周日')
    expect(screen.queryByText('超期')).toBeNull()
  })

  it('is overdue when the day is over: a cancelled item waits for a person', () => {
    due('2026-11-20', { ...item, cancelledOn: '2026-11-01' })
    expect(screen.getByText('超期')).toBeInTheDocument()
    expect(screen.getByText(/已过最迟日期/)).toHaveTextContent('2026-11-20 周五')
    expect(screen.getByText(/事项已自 2026-11-01 起取消，系统不能代为视为受理/)).toBeInTheDocument()
  })

  it('is overdue when the day is over: an item without a confirmed limit, too', () => {
    due('2026-11-20', { ...item, promisedLimit: null })
    expect(screen.getByText(/没有经确认的承诺时限/)).toBeInTheDocument()
  })
})
