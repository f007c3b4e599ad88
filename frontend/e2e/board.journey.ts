import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'
import { go, signedIn } from './staff'

withBrowser()

describe('the board', () => {
  const accounts = inject('demo')
  let supervisor: Page

  beforeAll(async () => {
    supervisor = await signedIn(accountFor(accounts, 'SUPERVISOR'))
  })

  it('shows open duties by unit and light, and each number opens exactly the duties it counts', pictured(async () => {
    const numbers = supervisor.getByRole('region', { name: '在办事项：单位 × 状态灯' }).locator('tbody a')
    const rows = supervisor.getByRole('table', { name: '待办' }).locator('tbody tr')
    const opened = async (light: string) => {
      await go(supervisor, '/board')
      await numbers.first().waitFor()
      const link = supervisor.getByRole('link', { name: new RegExp(` ${light} \\d+$`) }).first()
      const count = Math.min(Number(await link.innerText()), 50)
      await link.click()
      await supervisor.waitForURL(/\/queue\?/)
      await rows.first().waitFor()
      const lights = await rows.locator('.light').allInnerTexts()
      expect(lights).toEqual(Array(lights.length).fill(light))
      expect(await rows.count()).toBe(lights.length)
      return lights.length - count
    }
    for (const light of ['正常', '临期', '超期']) {
      // an alert may open a duty between the two looks: then once more
      await expect.poll(() => opened(light), { timeout: 30_000, interval: 1_000 }).toBe(0)
    }
  }))

  it('narrows the duties to one kind, and its numbers open that kind only', pictured(async () => {
    await go(supervisor, '/board')
    const numbers = supervisor.getByRole('region', { name: '在办事项：单位 × 状态灯' }).locator('tbody a')
    await numbers.first().waitFor()
    await supervisor.getByLabel('种类', { exact: true }).selectOption({ label: '作出决定' })
    await supervisor.waitForURL(/kind=CASE/)
    const link = supervisor.getByRole('link', { name: / 合计 \d+$/ }).first()
    await link.waitFor()
    await link.click()
    await supervisor.waitForURL(/\/queue\?.*kind=CASE/)
    // the address is the list's before the list is there: its choice is looked at until it is
    await expect.poll(() => supervisor.getByLabel('种类', { exact: true }).inputValue()).toBe('CASE')
    const items = supervisor.getByRole('table', { name: '待办' }).locator('tbody tr td:nth-child(3)')
    await items.first().waitFor()
    // every other kind is named behind its item
    expect((await items.allInnerTexts()).filter((text) => text.includes(' · '))).toEqual([])
  }))

  it('narrows to one sub-district and keeps that in the address', pictured(async () => {
    await go(supervisor, '/board')
    const places = supervisor.getByLabel('街道', { exact: true })
    await places.locator('option').nth(1).waitFor({ state: 'attached' })
    await places.selectOption({ index: 1 })
    await supervisor.waitForURL(/sub=/)
    await supervisor.reload()
    await places.locator('option').nth(1).waitFor({ state: 'attached' })
    await expect.poll(() => places.inputValue()).not.toBe('')
  }))

  it('opens the decided cases behind the rate of active ratings', pictured(async () => {
    await go(supervisor, '/board')
    const link = supervisor.getByRole('link', { name: / 办结 \d+$/ }).first()
    const count = Number(await link.innerText())
    expect(count).toBeGreaterThan(0)
    await link.click()
    await supervisor.waitForURL(/\/decided\?/)
    const rows = supervisor.getByRole('table', { name: '当月办结件' }).locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(Math.min(count, 50))
    await hasNoBarriers(supervisor, 'decided cases')
    await rows.first().getByRole('link').click()
    await supervisor.getByRole('heading', { level: 1, name: /^办件/ }).waitFor()
  }))

  it('keeps its filters in the address, so that a colleague sees the same', pictured(async () => {
    await go(supervisor, '/board')
    const units = supervisor.getByLabel('单位', { exact: true })
    await units.locator('option').nth(1).waitFor({ state: 'attached' })
    const chosen = await units.locator('option').nth(1).innerText()
    await units.selectOption({ index: 1 })
    await supervisor.waitForURL(/unit=/)
    await supervisor.reload()
    await units.locator('option').nth(1).waitFor({ state: 'attached' })
    await expect.poll(() => units.locator('option:checked').innerText()).toBe(chosen)
  }))

  it('states what each figure is, and of which share of the work', pictured(async () => {
    await go(supervisor, '/board')
    await supervisor.getByRole('heading', { name: '口径与覆盖范围' }).waitFor()
    await supervisor.getByText('覆盖范围').last().waitFor()
  }))

  it('is printed whole: a year of months fits the paper, without buttons', pictured(async () => {
    await go(supervisor, '/board')
    await supervisor.getByRole('region', { name: '满意率：单位 × 月份' }).locator('tbody tr').first().waitFor()
    await supervisor.emulateMedia({ media: 'print' })
    await supervisor.setViewportSize({ width: 680, height: 800 }) // A4 between its margins
    await fitsTheScreen(supervisor)
    expect(await supervisor.getByRole('button').filter({ visible: true }).count()).toBe(0)
    await supervisor.setViewportSize({ width: 1280, height: 800 })
    await supervisor.emulateMedia({ media: null })
  }))

  it('opens the clocks behind a share of paused time, the longest pause first, and the case behind a clock', pictured(async () => {
    await go(supervisor, '/suspensions')
    await supervisor.getByRole('heading', { name: '绿色通道占比' }).waitFor()
    const units = supervisor.getByRole('table', { name: '暂停占比' }).locator('tbody tr')
    await units.first().waitFor()
    const pauses = (await units.locator('td:nth-child(3)').allInnerTexts()).map((text) => Number(/\d+$/.exec(text)?.[0]))
    expect(Math.max(...pauses)).toBeGreaterThan(0)
    const link = units.nth(pauses.indexOf(Math.max(...pauses))).getByRole('link')
    const count = Number(await link.innerText())
    await link.click()
    await supervisor.waitForURL(/of=paused/)
    const rows = supervisor.getByRole('table', { name: '暂停占比' }).locator('tbody tr')
    await rows.locator('a[href^="/cases/"]').first().waitFor() // the table of the units goes by the same name
    await expect.poll(() => rows.count()).toBe(Math.min(count, 50))
    const paused = (await rows.locator('td:nth-child(5)').allInnerTexts()).map((text) => Number(/\d+$/.exec(text)?.[0]))
    expect(paused[0]).toBeGreaterThan(0)
    expect(paused).toEqual([...paused].sort((one, other) => other - one))
    await hasNoBarriers(supervisor, 'figures, records')
    await rows.first().getByRole('link').click()
    await supervisor.getByRole('heading', { level: 1, name: /^办件/ }).waitFor()
  }))

  it('speaks English after one press, and remembers it', pictured(async () => {
    await go(supervisor, '/board')
    await supervisor.getByRole('button', { name: 'English' }).click()
    await supervisor.getByRole('heading', { level: 1, name: 'Board' }).waitFor()
    await supervisor.reload()
    await supervisor.getByRole('heading', { level: 1, name: 'Board' }).waitFor()
    await expect.poll(() => supervisor.locator('html').getAttribute('lang')).toBe('en')
    await supervisor.getByRole('button', { name: '中文' }).click()
    await supervisor.getByRole('heading', { level: 1, name: '督查看板' }).waitFor()
  }))

  it('is not for a clerk, who is told so', pictured(async () => {
    const clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    await expect.poll(() => clerk.getByRole('link', { name: '督查看板' }).count()).toBe(0)
    await go(clerk, '/board')
    await clerk.getByText('没有权限').first().waitFor()
  }))
})
