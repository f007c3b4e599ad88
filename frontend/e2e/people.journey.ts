import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor, type Account } from './accounts'
import { hasNoBarriers } from './axe'
import { person, pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'
import { go, signedIn, signIn } from './staff'

withBrowser()

const UNIT = '区行政审批局'
const run = Math.random().toString(36).slice(2, 8)

/** Chooses in one of antd's selects, by typing where it can be searched. */
async function choose(scope: Locator | Page, page: Page, label: string, text: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label })
  await box.click()
  if ((await box.getAttribute('readonly')) === null) await page.keyboard.type(text)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
}

describe('people', () => {
  const accounts = inject('demo')
  const login = `zhou.min.${run}`
  let admin: Page
  let deputy: Page
  let newcomer: Account

  beforeAll(async () => {
    deputy = await person()
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
  })

  async function openPerson(name: string): Promise<void> {
    await go(admin, `/accounts?q=${name}`)
    await admin.getByRole('table', { name: '人员与账号' }).getByRole('link', { name }).click()
    await admin.getByRole('heading', { name: '岗位' }).waitFor()
  }

  it('the administrator opens an account; the slip shows its first password once', pictured(async () => {
    await go(admin, '/accounts')
    await admin.getByRole('button', { name: '开设账号' }).click()
    const form = admin.getByRole('dialog')
    await form.getByLabel('姓名').fill('周敏')
    await form.getByLabel('登录名').fill(login)
    await form.getByLabel('电话').fill('13800000000')
    await choose(form, admin, '角色', '部门经办人')
    await choose(form, admin, '单位', '区民政局')
    await hasNoBarriers(admin, '/accounts (new account)')
    await form.getByRole('button', { name: '开设账号' }).click()
    const slip = admin.getByRole('region', { name: '初始密码条' })
    await slip.waitFor()
    await slip.getByText('周敏').waitFor()
    newcomer = { login, password: (await slip.locator('.secret').innerText()).trim(), role: 'DEPARTMENT_OFFICER', unit: '区民政局' }
    await admin.getByRole('button', { name: '已记下' }).click()
    await signIn(deputy, newcomer)
    await deputy.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  }))

  it('the list is narrowed by unit, role and state', pictured(async () => {
    await go(admin, '/accounts')
    await admin.getByLabel('角色', { exact: true }).selectOption('WINDOW_CLERK')
    await admin.waitForURL(/role=WINDOW_CLERK/)
    const table = admin.getByRole('table', { name: '人员与账号' })
    await table.getByText('窗口人员').first().waitFor()
    await expect.poll(() => table.getByText('周敏').count()).toBe(0)
    await hasNoBarriers(admin, '/accounts')
  }))

  it('a post is added and ended on the page of the person', pictured(async () => {
    await openPerson(login)
    await admin.getByRole('button', { name: '增加岗位' }).click()
    await choose(admin.getByRole('dialog'), admin, '角色', '窗口人员')
    await choose(admin.getByRole('dialog'), admin, '单位', '区民政局')
    await admin.getByRole('dialog').getByRole('button', { name: '增加岗位' }).click()
    const posts = admin.getByRole('table', { name: '岗位' })
    await posts.getByText('窗口人员 · 区民政局', { exact: true }).first().waitFor()
    await posts.getByRole('button', { name: /撤销岗位 窗口人员/ }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '撤销岗位' }).click()
    await expect.poll(() => posts.locator('tbody tr').count()).toBe(1)
    await hasNoBarriers(admin, '/accounts/…')
  }))

  it('an officer goes on leave; the deputy finds his queue and may sign for what waits', pictured(async () => {
    await openPerson('officer2.demo')
    await admin.getByRole('button', { name: '登记离岗' }).click()
    const form = admin.getByRole('dialog')
    await choose(form, admin, '代岗人', '周敏')
    await hasNoBarriers(admin, '/accounts/… (absence)')
    await form.getByRole('button', { name: '登记离岗' }).click()
    await admin.getByRole('table', { name: '请假与代岗' }).getByText('周敏').waitFor()

    await go(deputy, '/leave')
    await deputy.getByRole('table', { name: '我代岗的同事' }).getByText('叶知秋').waitFor()
    await hasNoBarriers(deputy, '/leave')
    await deputy.goto('/queue') // loaded anew: whom somebody stands in for is known from the start
    const unit = deputy.getByLabel('单位', { exact: true })
    await expect.poll(() => unit.locator('option:checked').innerText()).toBe('我的单位（含代岗）')
    await go(deputy, '/to-sign')
    await deputy.getByRole('heading', { level: 1 }).waitFor()

    await admin.getByRole('button', { name: /提前结束/ }).click()
    await admin.getByRole('table', { name: '请假与代岗' }).waitFor({ state: 'detached' })
  }))

  it('a whole queue is handed over, with its number shown before', pictured(async () => {
    await go(admin, '/hand-over')
    await choose(admin, admin, '移出单位', UNIT)
    await admin.getByText(/在办 \d+ 件/).waitFor()
    const shown = Number(/\d+/.exec(await admin.getByText(/在办 \d+ 件/).innerText())?.[0])
    expect(shown).toBeGreaterThan(0)
    await choose(admin, admin, '接收人', '叶知秋')
    await admin.getByLabel('移交原因').fill('岗位调整(演练)')
    await hasNoBarriers(admin, '/hand-over')
    await admin.getByRole('button', { name: `移交 ${shown} 件` }).click()
    await admin.getByText(`已移交 ${shown} 件`).waitFor()
    await openPerson('officer2.demo')
    await admin.getByText(`在办 ${shown} 件`).waitFor()
  }))

  it('a queue that nobody works on is an alarm until somebody stands in', pictured(async () => {
    await openPerson('officer2.demo')
    await admin.getByRole('button', { name: '登记离岗' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '登记离岗' }).click()
    await admin.getByRole('dialog').waitFor({ state: 'hidden' })
    await go(admin, '/board')
    await admin.getByRole('link', { name: /个单位有在办事项而无人在岗/ }).click()
    const alarm = admin.getByRole('table', { name: '无人值守的单位' })
    await alarm.getByText(UNIT).first().waitFor()
    await alarm.getByText('全部离岗且无人代岗').first().waitFor()
    await openPerson('officer2.demo')
    await admin.getByRole('button', { name: /提前结束/ }).first().click()
    await admin.getByRole('table', { name: '请假与代岗' }).waitFor({ state: 'detached' })
  }))

  it('a staff list comes in, and its people get their first passwords on one sheet', pictured(async () => {
    const rows = ['姓名,登录名,岗位,所在单位,手机', `郑和平,zheng.${run},部门经办人,区民政局,13800000001`, `吴一凡,wu.${run},窗口人员,没有的单位,`]
    await go(admin, '/imports?kind=people')
    await admin
      .getByLabel(/把文件拖到这里/)
      .setInputFiles({ name: `人员名单-${run}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
    await admin.waitForURL(/\/imports\/.+/)
    await admin.getByRole('button', { name: '试算', exact: true }).click()
    await admin.getByText('试算完成，尚未写入').waitFor()
    await admin.getByRole('table', { name: '逐行结果' }).getByText(/本区没有单位/).waitFor()
    await admin.getByRole('button', { name: '只导入无误的 1 行' }).click()
    await admin.getByText('已导入', { exact: true }).waitFor()

    await go(admin, `/accounts?q=zheng.${run}`)
    await admin.getByRole('button', { name: '为 1 人生成初始密码条' }).click()
    const slip = admin.getByRole('region', { name: '初始密码条' })
    const password = (await slip.locator('.secret').innerText()).trim()
    await admin.getByRole('button', { name: '已记下' }).click()
    const arrived = await person()
    await signIn(arrived, { login: `zheng.${run}`, password, role: 'DEPARTMENT_OFFICER', unit: '区民政局' })
    await arrived.setViewportSize({ width: 360, height: 740 })
    await go(arrived, '/leave')
    await arrived.getByRole('heading', { name: '我的离岗' }).waitFor()
    await fitsTheScreen(arrived)
  }))

  it('posts are looked through one by one; who confirmed one stands beside it', pictured(async () => {
    await go(admin, '/access-review')
    const list = admin.getByRole('table', { name: '岗位复核' })
    await list.getByRole('button', { name: `确认保留 ${login}` }).click()
    const row = list.getByRole('row').filter({ hasText: login })
    await row.getByText('沈管理').waitFor()
    await hasNoBarriers(admin, '/access-review')
  }))

  it('somebody leaves for good: posts, account and session end in one step', pictured(async () => {
    await openPerson(login)
    await admin.getByRole('button', { name: '办理调离' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '办理调离' }).click()
    await admin.getByText('已停用').first().waitFor()
    await deputy.goto('/queue')
    await deputy.getByLabel('登录名').waitFor()
  }))
})
