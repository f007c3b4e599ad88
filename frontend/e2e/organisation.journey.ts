import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, act, go, openCase, signedIn, type Accepted } from './staff'

withBrowser()

const NAME = `区社会事业局${Date.now() % 10_000}`

/** A department of its own, with a code, made by the administrator. */
async function makeUnit(admin: Page, name: string, codes: string): Promise<void> {
  await go(admin, '/organisation')
  await admin.getByRole('button', { name: '新增单位' }).click()
  const window = admin.getByRole('dialog')
  await window.getByLabel('名称').fill(name)
  await window.getByLabel('事项清单代码').fill(codes)
  await window.getByRole('button', { name: '保存' }).click()
  await admin.getByText('已保存', { exact: true }).waitFor()
}

describe('the organisation changes while cases run', () => {
  const accounts = inject('demo')
  let admin: Page
  let clerk: Page
  let accepted: Accepted
  let due: string

  it('a department is made with its codes, found by one of them, and cannot be made twice', pictured(async () => {
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await makeUnit(admin, NAME, '0051\n511602-SH')
    await admin.getByRole('searchbox').or(admin.getByPlaceholder('按名称或代码查找')).first().fill('511602-SH')
    await admin.keyboard.press('Enter')
    await admin.getByRole('link', { name: NAME }).waitFor()
    await admin.getByRole('button', { name: '新增单位' }).click()
    await admin.getByRole('dialog').getByLabel('名称').fill(NAME)
    await admin.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await admin.getByRole('dialog').getByText('已有同名单位').waitFor()
    await admin.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  }))

  it('merging says first what goes over; the running case keeps its due date and finds its new holder', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    accepted = await acceptByKeyboard(clerk, '农机购置补贴', APPLICANT.name, APPLICANT.idCard)
    await act(clerk, '上报')
    due = await clerk.locator('.duty-line').innerText()
    await go(admin, '/organisation')
    await admin.getByRole('checkbox', { name: `选择 ${accepted.decideUnit}`, exact: true }).check()
    await admin.getByRole('button', { name: /合并所选/ }).click()
    const window = admin.getByRole('dialog')
    await window.getByText(/未办结办件 [1-9]\d* 件/).waitFor()
    await window.getByRole('combobox', { name: '承接单位' }).fill(NAME)
    await admin.locator('.ant-select-item-option', { hasText: NAME }).click()
    await window.getByLabel('依据文号').fill('区委编发〔2026〕3号')
    await window.getByRole('button', { name: '保存' }).click()
    await admin.getByText('已保存', { exact: true }).waitFor()
    await expect.poll(() => admin.getByRole('link', { name: accepted.decideUnit, exact: true }).count()).toBe(0)

    await openCase(clerk, accepted)
    await clerk.getByText(NAME).first().waitFor()
    expect(await clerk.locator('.duty-line').innerText()).toBe(due)
  }))

  it('the closed department stays findable with its history and the paper', pictured(async () => {
    await go(admin, '/organisation?closed=true')
    await admin.getByRole('link', { name: accepted.decideUnit, exact: true }).click()
    await admin.getByText('区委编发〔2026〕3号').waitFor()
    await admin.getByText(/起撤并/).waitFor()
  }))

  it('the board reads as then, and as today under the successor', pictured(async () => {
    await go(admin, '/board?now=true')
    await admin.getByRole('region', { name: '满意率：单位 × 月份' }).getByRole('rowheader').first().waitFor()
    await admin.getByRole('region', { name: '在办事项：单位 × 状态灯' }).getByRole('rowheader').first().waitFor()
    await expect.poll(() => admin.getByRole('rowheader', { name: accepted.decideUnit, exact: true }).count()).toBe(0)
    await admin.getByLabel('机构变动').selectOption({ label: '按当时的单位' })
    await admin.getByRole('rowheader', { name: accepted.decideUnit, exact: true }).first().waitFor()
  }))

  it('a rename of next year waits, and can be taken back', pictured(async () => {
    await go(admin, '/organisation')
    await admin.getByRole('link', { name: NAME, exact: true }).click()
    await admin.getByRole('button', { name: '更名' }).click()
    const window = admin.getByRole('dialog')
    await window.getByLabel('新名称').fill(`${NAME}新`)
    await window.getByLabel('生效日期').fill('2027-06-01')
    await window.getByLabel('依据文号').fill('区委编发〔2027〕1号')
    await window.getByRole('button', { name: '保存' }).click()
    await admin.getByText('已登记，将于 2027-06-01 生效').waitFor()
    await admin.getByRole('button', { name: '撤回' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await admin.getByText('已撤回').waitFor()
  }))

  it('a village station is opened with its hours, found by its kind, and closed again', pictured(async () => {
    await go(admin, '/organisation/points')
    await admin.getByRole('button', { name: '新增服务点' }).click()
    const window = admin.getByRole('dialog')
    await window.getByRole('combobox', { name: '设立单位' }).fill('云溪街道')
    await admin.locator('.ant-select-item-option', { hasText: '云溪街道' }).click()
    await window.getByLabel('名称').fill('桂花村便民服务站')
    await window.getByLabel('电话').fill('0826-1234567')
    await window.getByRole('button', { name: '按常规工作时间填写' }).click()
    await window.getByRole('button', { name: '保存' }).click()
    await window.waitFor({ state: 'hidden' })
    await go(admin, '/organisation/points?kind=STATION')
    const row = admin.getByRole('row', { name: /桂花村便民服务站/ })
    await row.getByText('周一至周五 09:00–12:00 13:30–17:00').waitFor()
    await row.getByRole('button', { name: /^关闭/ }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await row.waitFor({ state: 'detached' })
  }))

  it('batch 1 counts what is established, stationed and authorised, each figure opens who lacks it', pictured(async () => {
    await go(admin, '/organisation/in-place')
    await admin.getByRole('button', { name: '新增批次' }).click()
    const window = admin.getByRole('dialog')
    for (const name of ['区民政局', '区卫生健康局']) {
      await window.getByRole('combobox', { name: '列入的部门' }).fill(name)
      await admin.locator('.ant-select-item-option', { hasText: name }).click()
    }
    await window.getByText('新增批次').click()
    await window.getByRole('button', { name: '保存' }).click()
    await admin.getByRole('link', { name: '0/2' }).first().waitFor()
    await admin.getByRole('button', { name: /缺 区民政局 授权到位/ }).click()
    await window.getByRole('checkbox', { name: '已到位' }).check()
    await window.getByRole('button', { name: '保存' }).click()
    await window.getByText('须有文件依据').waitFor()
    await window.getByLabel('文件文号').fill('区政办发〔2026〕8号')
    await window.getByLabel('文件日期').fill('2026-03-01')
    await window.getByRole('button', { name: '保存' }).click()
    await admin.getByRole('link', { name: '1/2' }).waitFor()
    await admin.getByRole('button', { name: /区民政局 授权到位/ }).click()
    const paper = { name: '授权书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n授权\n%%EOF') }
    await window.locator('input[type=file]').setInputFiles(paper)
    await window.getByRole('button', { name: '打开 授权书.pdf' }).waitFor()
    await hasNoBarriers(admin, 'a proof with its document')
    await window.getByRole('button', { name: '保存' }).click()
    // in the list: the window that closes names the paper too
    await admin.getByRole('cell').getByRole('button', { name: /授权书\.pdf/ }).waitFor()
    await admin.getByRole('row', { name: /第1批/ }).getByRole('link', { name: '缺 1' }).click()
    await admin.waitForURL(/show=no-authorised/)
    await admin.getByRole('link', { name: '区卫生健康局' }).waitFor()
    await expect.poll(() => admin.getByRole('link', { name: '区民政局' }).count()).toBe(0)
  }))

  it('everybody may read the list, nobody else may change it', pictured(async () => {
    await go(clerk, '/organisation')
    await clerk.getByRole('link', { name: NAME }).waitFor()
    await expect.poll(() => clerk.getByRole('button', { name: '新增单位' }).count()).toBe(0)
    await expect.poll(() => clerk.getByRole('checkbox', { name: /^选择/ }).count()).toBe(0)
  }))
})
