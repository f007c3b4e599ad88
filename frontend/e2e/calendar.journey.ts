import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, go, signedIn } from './staff'

withBrowser()

const dueDay = (page: Page) => page.locator('.duty-line').innerText()

describe('a day off declared by the district', () => {
  const accounts = inject('demo')
  let admin: Page
  let clerk: Page
  let before: string

  it('moves the due dates of the open cases that cross it, and says how many', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
    before = await dueDay(clerk)

    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await nextWorkingDay(admin)
    await admin.getByRole('dialog').getByRole('radio', { name: '本区放假' }).check()
    await admin.getByRole('dialog').getByLabel('事由').fill('防汛停工')
    const forecast = await admin.getByRole('dialog').getByText(/件在办的到期日会变动/).first().innerText()
    await admin.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const said = await admin.getByText(/已保存，\d+ 件在办的到期日随之调整/).innerText()
    expect(Number(/\d+/.exec(said)?.[0])).toBeGreaterThanOrEqual(1)
    expect(/\d+/.exec(forecast)?.[0]).toBe(/\d+/.exec(said)?.[0])

    await clerk.reload()
    await expect.poll(() => dueDay(clerk)).not.toBe(before)
  }))

  it('is explained on the case, and taken back moves it back', pictured(async () => {
    await clerk.getByRole('tab', { name: '时限' }).click()
    await clerk.getByText('防汛停工').first().waitFor()

    await nextWorkingDay(admin)
    await admin.getByRole('dialog').getByRole('button', { name: '撤销本区安排' }).click()
    await admin.getByText(/已保存，\d+ 件在办的到期日随之调整/).waitFor()
    await clerk.reload()
    await expect.poll(() => dueDay(clerk)).toBe(before)
  }))

  it('cannot be declared by a clerk', pictured(async () => {
    await go(clerk, '/calendar')
    await clerk.getByRole('table').first().waitFor()
    await expect.poll(() => clerk.getByText('选择一天可设置本区放假或上班').count()).toBe(0)
    await expect.poll(() => clerk.locator('button.day').count()).toBe(0)
  }))
})

describe('the notice of a year', () => {
  const accounts = inject('demo')

  it('is taken in by an operator, who sees first what it changes; the district sees its clocks reckoned anew', pictured(async () => {
    const operator = await signedIn(accountFor(accounts, 'PLATFORM_OPERATOR'))
    await go(operator, '/calendar?year=2029')
    await operator.getByRole('button', { name: '发布国务院放假通知' }).click()
    const window = operator.getByRole('dialog')
    await window.getByRole('textbox').fill('{"year": 2029, "papers": [], "days": []}')
    await window.getByText(/空文件不发布/).waitFor()
    const days = [
      { name: '元旦', date: '2029-01-01', isOffDay: true },
      { name: '元旦', date: '2029-01-02', isOffDay: true },
    ]
    await window.getByRole('textbox').fill(JSON.stringify({ year: 2029, papers: ['国办发明电〔2028〕9号'], days }))
    await window.getByText('2029 年：与现行日历不同的 2 天').waitFor()
    await window.getByText(/公布后，\d+ 个区县共 \d+ 件在办的到期日会变动/).waitFor()
    await window.getByRole('button', { name: '发布' }).click()
    await operator.getByText('已公布：国办发明电〔2028〕9号').waitFor()

    const admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await expect
      .poll(
        async () => {
          await go(admin, '/calendar?year=2029')
          await admin.getByText('已公布：国办发明电〔2028〕9号').waitFor()
          return admin.getByRole('row', { name: /国办发明电〔2028〕9号/ }).getByText('已完成').count()
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toBe(1)
    await expect.poll(() => admin.getByRole('button', { name: '发布国务院放假通知' }).count()).toBe(0)
  }))
})

/** Opens the first ordinary day after today (every open case crosses it); the second time the same day. */
let picked: string | null = null

async function nextWorkingDay(page: Page): Promise<void> {
  await go(page, '/calendar')
  await page.locator('button.day').first().waitFor()
  if (!picked) {
    picked = await page.locator('button.day').evaluateAll((days) => {
      const today = days.findIndex((day) => day.getAttribute('aria-current') === 'date')
      const next = days.slice(today + 1).find((day) => day.classList.contains('day-ordinary'))
      return next ? next.getAttribute('title') : null
    })
  }
  if (!picked) throw new Error('no working day is left in this year')
  await page.locator(`button.day[title^="${picked}"]`).click()
  await page.getByRole('dialog').waitFor()
}
