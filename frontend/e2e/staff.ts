import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Account } from './accounts'
import { keptPage, person, settled } from './browser'

/** First passwords are changed at the first sign-in; the new one is remembered for the next. */
const changed = new Map<string, string>()

const inside = (page: Page) => page.getByRole('navigation', { name: '主导航' }).or(page.getByRole('button', { name: '菜单' })).filter({ visible: true }).first()

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/')
  await page.getByLabel('登录名').fill(account.login)
  await page.getByLabel('密码', { exact: true }).fill(changed.get(account.login) ?? account.password)
  await page.getByRole('button', { name: '登录' }).press('Enter')
  const first = page.getByRole('heading', { name: '请修改初始密码' })
  await inside(page).or(first).first().waitFor()
  if (await first.isVisible()) await changeFirstPassword(page, account)
  await inside(page).waitFor()
}

/**
 * Where somebody of the staff sits, at the first screen: signed in by the first file that wants him, loaded anew for the others.
 * A profile of one's own and a sign-in cost four times as much.
 */
export async function signedIn(account: Account): Promise<Page> {
  const { page, fresh } = await keptPage(account.login, () => person())
  if (!fresh) await page.goto('/')
  if (fresh || !(await stillIn(page))) await signIn(page, account)
  return page
}

async function stillIn(page: Page): Promise<boolean> {
  await inside(page).or(page.getByLabel('登录名')).first().waitFor()
  return inside(page).isVisible()
}

async function changeFirstPassword(page: Page, account: Account): Promise<void> {
  const fresh = `Journey-${Math.random().toString(36).slice(2, 10)}-7`
  await page.getByLabel('原密码').fill(account.password)
  await page.getByLabel('新密码', { exact: true }).fill(fresh)
  await page.getByLabel('再输一次新密码').fill(fresh)
  await page.getByRole('button', { name: '修改密码' }).click()
  changed.set(account.login, fresh)
}

/** To another screen as by a link of the menu, without loading the page anew: there when the last screen's heading is gone. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset.past = ''
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
  await page.locator('h1:not([data-past])').first().waitFor()
}

/**
 * To another screen without loading the page anew, which costs several times as much; to the one that is open by way of another,
 * so that it asks again. There when the screen has its answers: what a visit before left in memory may be shown for a moment.
 * Not after somebody else or a file changed what a page asks once in its life: the units, whom one stands in for.
 */
export async function go(page: Page, path: string): Promise<void> {
  await page.locator('main h1').first().waitFor() // who has just come in is still being led to his first screen
  const here = await page.evaluate(() => location.pathname)
  if (here.split('/')[1] === path.split(/[/?]/)[1]) await visit(page, '/nowhere')
  await visit(page, path)
  await settled(page)
}

export interface Accepted {
  id: string
  number: string
  password: string
  item: string
  decideUnit: string
}

const fact = (scope: Locator | Page, name: string) =>
  scope.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]').innerText()

/** Accepts a case from the first key to the receipt without touching the mouse. */
export async function acceptByKeyboard(page: Page, search: string, name: string, idCard: string): Promise<Accepted> {
  await visit(page, '/accept')
  const picker = page.getByRole('combobox').first()
  await picker.waitFor()
  await page.keyboard.type(search)
  // Whoever types fast and presses Enter at once must not get the first item of the list before.
  await page.keyboard.press('Enter')
  if (!(await page.locator('.item-option', { hasText: search }).first().waitFor().then(() => true, () => false))) {
    throw new Error(`no item is called ${search}`)
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '申请人' }).waitFor()
  await page.keyboard.press('Alt+a')
  const applicant = page.getByLabel('姓名', { exact: true })
  await expect.poll(() => applicant.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type(name)
  await page.keyboard.press('Tab') // kind of paper: the identity card is the first choice
  await page.keyboard.press('Tab')
  await page.keyboard.type(idCard)
  await page.keyboard.press('Tab')
  await page.keyboard.type('13800000000')
  await page.keyboard.press('Control+Enter')
  return receipt(page)
}

async function receipt(page: Page): Promise<Accepted> {
  const sheet = page.getByRole('region', { name: '受理回执' })
  await sheet.waitFor()
  const accepted = {
    number: (await fact(sheet, '办件编号')).trim(),
    password: (await fact(sheet, '查询密码')).trim(),
    item: await fact(sheet, '事项'),
    decideUnit: await fact(sheet, '决定部门'),
  }
  await page.getByRole('button', { name: '打开办件' }).click()
  await page.waitForURL(/\/cases\//)
  await page.getByRole('heading', { level: 1, name: accepted.number }).waitFor()
  return { ...accepted, id: page.url().split('/cases/')[1] ?? '' }
}

export async function openCase(page: Page, accepted: Accepted): Promise<void> {
  await go(page, `/cases/${accepted.id}`)
  await page.getByRole('heading', { level: 1, name: accepted.number }).waitFor()
}

/** Finds a case by the number on the applicant's paper. */
export async function findCase(page: Page, accepted: Accepted): Promise<void> {
  await go(page, '/find')
  await page.getByLabel('办件编号').fill(accepted.number)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: accepted.number }).waitFor()
  await settled(page)
}

/** Presses one of the case's buttons and confirms; `fill` writes what the window asks for. */
export async function act(page: Page, action: string, fill?: (window: Locator) => Promise<void>): Promise<void> {
  await page.locator('.page-actions').getByRole('button', { name: action, exact: true }).click()
  await confirm(page, action, fill)
}

/** What is done seldom stands behind a button of its own. */
export async function actAside(page: Page, action: string, fill?: (window: Locator) => Promise<void>): Promise<void> {
  await page.locator('.page-actions').getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
  await confirm(page, action, fill)
}

async function confirm(page: Page, action: string, fill?: (window: Locator) => Promise<void>): Promise<void> {
  const window = page.getByRole('dialog')
  await window.waitFor()
  if (fill) await fill(window)
  await window.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(`${action}：已完成`).waitFor({ state: 'attached' })
  await window.waitFor({ state: 'hidden' })
}

export const statusOf = (page: Page): Promise<string> => page.locator('.case-title .ant-tag').first().innerText()

export const factOfCase = (page: Page, name: string): Promise<string> =>
  fact(page.getByRole('region', { name: '办件' }), name)

/** Asks for the rating link and answers its address. */
export async function inviteRating(page: Page): Promise<string> {
  await page.getByRole('button', { name: '邀请评价' }).click()
  const window = page.getByRole('dialog')
  await window.getByRole('button', { name: '生成评价链接' }).click()
  const link = (await window.locator('.url').innerText()).trim()
  await window.getByRole('button', { name: '关闭' }).last().click()
  return link
}
