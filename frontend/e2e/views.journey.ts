import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { go, signedIn, visit } from './staff'

withBrowser()

const heads = (page: Page) => page.locator('table.records').first().locator('thead th').allInnerTexts()

async function saveView(page: Page, name: string, more?: (window: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '存为视图' }).click()
  const window = page.getByRole('dialog')
  await window.getByLabel('视图名称').fill(name)
  if (more) await more(window)
  await window.getByRole('button', { name: '保存' }).click()
  await window.waitFor({ state: 'hidden' })
}

/** What the column of a queue's start days says, from the top. */
async function days(page: Page): Promise<string[]> {
  const place = (await heads(page)).indexOf('起算日')
  return page.locator(`table.records tbody tr td:nth-child(${place + 1})`).allInnerTexts()
}

const LISTS = [
  '/queue', '/to-sign', '/results', '/ratings', '/leave', '/alerts', '/alert-rules', '/suspensions', '/hand-over', '/audit', '/items', '/items-waiting',
  '/decisions', '/lists', '/policies', '/overlaps', '/points', '/organisation', '/organisation/changes', '/organisation/points', '/organisation/in-place',
  '/accounts', '/access-review', '/imports', '/deliveries', '/partners', '/inbox',
]

describe('saved views of a list', () => {
  const accounts = inject('demo')
  let clerk: Page
  let admin: Page

  beforeAll(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
  })

  it('columns are chosen and put in order; the address keeps them', pictured(async () => {
    await go(clerk, '/queue?unit=all')
    await clerk.locator('table.records').waitFor()
    await clerk.getByRole('button', { name: '显示列' }).click()
    const window = clerk.getByRole('dialog')
    await window.getByRole('checkbox', { name: '申请人' }).uncheck()
    await window.getByRole('button', { name: '上移 到期日' }).click()
    await hasNoBarriers(clerk, 'queue, columns')
    await window.getByRole('button', { name: '确定' }).click()
    await clerk.waitForURL(/cols=/)
    await expect.poll(() => heads(clerk)).not.toContain('申请人')
    const shown = await heads(clerk)
    expect(shown.indexOf('到期日')).toBeLessThan(shown.length - 1)
    await clerk.reload()
    await clerk.locator('table.records').waitFor()
    await expect.poll(() => heads(clerk)).toEqual(shown)
  }))

  it('a view saved as the default opens with the list; another person does not have it', pictured(async () => {
    const shown = await heads(clerk)
    await saveView(clerk, '我的全区待办', (window) => window.getByRole('checkbox', { name: '打开列表时自动使用' }).check())
    await go(clerk, '/queue')
    await clerk.waitForURL(/cols=/)
    await clerk.locator('table.records').waitFor()
    await expect.poll(() => heads(clerk)).toEqual(shown)
    await go(admin, '/queue')
    // with a view of his own among them, his views are there
    await saveView(admin, '管理员的待办')
    await expect.poll(() => admin.getByLabel('视图', { exact: true }).innerText()).toContain('管理员的待办')
    expect(await admin.getByLabel('视图', { exact: true }).innerText()).not.toContain('我的全区待办')
  }))

  it('the administrator shares a view of the items with everybody', pictured(async () => {
    await go(admin, '/items?q=救助')
    await saveView(admin, '救助类事项', async (window) => {
      await window.getByRole('combobox', { name: '谁可以用' }).click()
      await admin.locator('.ant-select-item-option', { hasText: '全区' }).click()
    })
    await go(clerk, '/items')
    await clerk.getByLabel('视图', { exact: true }).selectOption({ label: '救助类事项 · 全区' })
    await clerk.waitForURL(/q=/)
    await expect.poll(() => clerk.getByLabel('视图', { exact: true }).locator('option:checked').innerText()).toContain('救助类事项')
    expect(await clerk.getByRole('button', { name: '删除视图' }).count()).toBe(0)
    await admin.getByLabel('视图', { exact: true }).selectOption({ label: '救助类事项 · 全区' })
    await admin.getByRole('button', { name: '删除视图' }).click()
    await admin.getByRole('dialog').getByText('它是共享视图').waitFor()
    await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await expect.poll(() => admin.getByLabel('视图', { exact: true }).innerText()).not.toContain('救助类事项')
  }))

  it('rows are put in order by a heading, by keyboard too; the address and the view keep it', pictured(async () => {
    await go(clerk, '/queue?unit=all')
    const heading = clerk.getByRole('columnheader', { name: '起算日' })
    await heading.getByRole('button').focus()
    await clerk.keyboard.press('Enter')
    await clerk.waitForURL(/sort=started(&|$)/)
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending')
    await clerk.keyboard.press('Enter')
    await clerk.waitForURL(/sort=started\.desc/)
    await expect.poll(async () => {
      const shown = await days(clerk)
      return shown.length > 1 && shown.join() === shown.toSorted().toReversed().join()
    }).toBe(true)
    await hasNoBarriers(clerk, 'queue, in another order')
    await clerk.screenshot({ path: 'reports/queue-sorted.png' })
    await saveView(clerk, '最新的在前')
    await go(clerk, '/queue?unit=all')
    await clerk.getByLabel('视图', { exact: true }).selectOption({ label: '最新的在前' })
    await clerk.waitForURL(/sort=started\.desc/)
  }))

  it('every list has views of its own', pictured(async () => {
    for (const path of LISTS) {
      await visit(admin, path)
      await saveView(admin, `视图 ${path}`)
    }
    // a page that has not heard of them yet
    await admin.goto('/find')
    const own = async () =>
      (await admin.getByLabel('视图', { exact: true }).locator('option').allInnerTexts()).map((name) => name.trim()).filter((name) => name.startsWith('视图 '))
    for (const path of LISTS) {
      await visit(admin, path)
      await expect.poll(own, { message: path }).toEqual([`视图 ${path}`])
    }
  }), 120_000)
})
