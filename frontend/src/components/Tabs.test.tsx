import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Tabs } from './Tabs'

const tabs = [
  { key: 'timeline', label: '办理经过', content: () => <p>经过</p> },
  { key: 'clock', label: '时限', content: () => <p>逐日</p> },
]

describe('tabs', () => {
  it('open the first one, and the others by arrows, round the end', async () => {
    render(<Tabs label="办件内容" tabs={tabs} />)
    expect(screen.getByRole('tabpanel')).toHaveTextContent('经过')
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('tabpanel', { name: '时限' })).toHaveTextContent('逐日')
    expect(screen.getByRole('tab', { name: '时限' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('tabpanel')).toHaveTextContent('经过')
  })

  it('open what the address names and tell it what is opened; an unknown name is the first', async () => {
    const onChoose = vi.fn()
    const { rerender } = render(<Tabs label="办件内容" tabs={tabs} chosen="clock" onChoose={onChoose} />)
    expect(screen.getByRole('tabpanel')).toHaveTextContent('逐日')
    await userEvent.click(screen.getByRole('tab', { name: '办理经过' }))
    expect(onChoose).toHaveBeenCalledWith('timeline')
    rerender(<Tabs label="办件内容" tabs={tabs} chosen="nothing" onChoose={onChoose} />)
    expect(screen.getByRole('tabpanel')).toHaveTextContent('经过')
  })
})
