import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import { ToldWhenSaved } from './ToldWhenSaved'

/** As settings are: the form of a new version is another form. */
function Setting() {
  const [version, setVersion] = useState(1)
  return (
    <ToldWhenSaved onSaved={() => setVersion(version + 1)}>
      {(onSaved) => (
        <form
          key={version}
          onSubmit={(event) => {
            event.preventDefault()
            onSaved()
          }}
        >
          <input aria-label="天数" defaultValue="10" />
          <button type="submit">保存</button>
        </form>
      )}
    </ToldWhenSaved>
  )
}

describe('a setting that was saved', () => {
  it('says so although its form is another one now, until it is changed again', async () => {
    show(<Setting />, { data: {} })
    await userEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(screen.getByRole('status').textContent).toContain('已保存')
    await userEvent.type(screen.getByLabelText('天数'), '5')
    expect(screen.getByRole('status').textContent).toBe('')
  })
})
