import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, act, findCase, openCase, signIn, statusOf, type Accepted } from './staff'

withBrowser()

/** A click while the window still grows to its size goes astray. */
const pick = async (window: Locator, name: string) => {
  const radio = window.getByRole('radio', { name, exact: true })
  await expect.poll(async () => {
    await radio.click()
    return radio.isChecked()
  }).toBe(true)
}

const ITEM = '特困人员供养认定'
const CHILD = '临时占用城市道路审批'

/** The item stands for any that two departments handle; the demo district has people in two. */
describe('parallel approval: a co-unit disagrees, is asked again, experts are heard, two decide at once', () => {
  const accounts = inject('demo')
  const officerOf = (unit: string) => accountFor(accounts, 'DEPARTMENT_OFFICER', unit)
  const CO = '区行政审批局'
  let admin: Page
  let clerk: Page
  let lead: Page
  let coUnit: Page
  let accepted: Accepted

  beforeAll(async () => {
    ;[admin, clerk, lead, coUnit] = await Promise.all([person(), person(), person(), person()])
  })

  const row = (page: Page, place: number): Locator => page.locator('.procedure-step').nth(place)
  const fill = async (step: Locator, name: string, unit: string) => {
    await step.getByLabel('阶段名称').fill('联合审查')
    await step.getByLabel('环节名称').fill(name)
    await step.getByLabel('单位', { exact: true }).selectOption({ label: unit })
  }

  it('the administrator drafts a procedure by keyboard, moves a step, publishes it, and switches deemed consent on by its document', pictured(async () => {
    await signIn(admin, accountFor(accounts, 'DISTRICT_ADMIN'))
    await admin.goto('/items')
    await admin.getByRole('link', { name: ITEM }).first().click()
    await admin.getByRole('link', { name: '办理流程与规则' }).click()
    await admin.getByRole('button', { name: '起草新版' }).click()
    await admin.getByRole('button', { name: '添加环节' }).click()
    await fill(row(admin, 0), '牵头审查', '区民政局')
    await admin.getByRole('button', { name: '添加环节' }).click()
    await fill(row(admin, 1), '配合意见', CO)
    await row(admin, 1).getByLabel('适用超时默许').check()
    await admin.getByRole('button', { name: '上移 配合意见' }).press('Enter')
    expect(await row(admin, 0).getByLabel('环节名称').inputValue()).toBe('配合意见')
    await admin.getByRole('button', { name: '添加环节' }).click()
    await fill(row(admin, 2), '占道许可', CO)
    await row(admin, 2).getByLabel('子事项(一件事)').fill(CHILD)
    await admin.locator('.ant-select-item-option').filter({ hasText: CHILD }).first().click()
    await hasNoBarriers(admin, 'procedure being drafted')
    await admin.getByRole('button', { name: '发布生效' }).click()
    await admin.getByRole('button', { name: '发布生效' }).waitFor({ state: 'hidden' })
    await admin.getByRole('region', { name: '第 1 版' }).getByText('生效').first().waitFor()
    await admin.getByRole('region', { name: '第 1 版' }).getByText(CHILD).first().waitFor()
    await admin.getByLabel('文件号').fill('区政办〔2026〕8号')
    await admin.getByRole('button', { name: '保存 超时默许规则(全区)' }).click()
    await expect.poll(async () => {
      await admin.reload()
      await admin.getByLabel('文件号').waitFor()
      return admin.getByLabel('文件号').inputValue()
    }).toBe('区政办〔2026〕8号')
  }))

  it('a case begins with it; the co-unit disagrees with a reason, the lead asks again, both answers stay', pictured(async () => {
    await signIn(clerk, accountFor(accounts, 'WINDOW_CLERK'))
    accepted = await acceptByKeyboard(clerk, ITEM, APPLICANT.name, APPLICANT.idCard)
    await openCase(clerk, accepted)
    await act(clerk, '上报')
    await signIn(lead, officerOf('区民政局'))
    await findCase(lead, accepted)
    await act(lead, '签收')
    await signIn(coUnit, officerOf(CO))
    await steps(coUnit)
    await coUnit.getByText('到期未答复视为同意(依据 区政办〔2026〕8号)').waitFor()
    await admin.getByLabel('文件号').fill('')
    await admin.getByRole('button', { name: '保存 超时默许规则(全区)' }).click()
    await expect.poll(async () => {
      await steps(coUnit)
      return coUnit.getByText('到期未答复视为同意').count()
    }).toBe(0)
    await answer(coUnit, '配合意见', '不同意', '面积核算有误')
    await steps(lead)
    await lead.getByRole('button', { name: '退回重新答复 配合意见' }).click()
    const window = lead.getByRole('dialog')
    await window.getByLabel('理由').fill('申请人已更正')
    await window.getByRole('button', { name: '退回重新答复' }).click()
    await window.waitFor({ state: 'hidden' })
    await answer(coUnit, '配合意见', '同意', '')
    await coUnit.getByText(/原答复:不同意。面积核算有误/).waitFor()
    await hasNoBarriers(coUnit, 'case, steps')
  }))

  it('one form, several items: the step that is an item of its own is a case with its own number, decided by its department', pictured(async () => {
    await coUnit.locator('.steps a').first().click()
    await coUnit.getByText(CHILD).first().waitFor()
    await act(coUnit, '作出决定', (window) => pick(window, '准予'))
    await steps(lead)
    await expect.poll(() => lead.locator('.steps li').filter({ hasText: '占道许可' }).getByText('同意').count()).toBeGreaterThan(0)
  }))

  const steps = async (page: Page) => {
    await findCase(page, accepted)
    await page.getByRole('tab', { name: '并联环节' }).click()
    await page.getByRole('heading', { name: /第 1 阶段/ }).waitFor()
  }
  const answer = async (page: Page, name: string, word: string, reason: string) => {
    await steps(page)
    await page.getByRole('button', { name: `答复 ${name}` }).click()
    const window = page.getByRole('dialog')
    await pick(window, word)
    if (reason) await window.getByLabel('理由').fill(reason)
    await window.getByRole('button', { name: '答复' }).click()
    await window.waitFor({ state: 'hidden' })
  }

  it('an expert review stops the clock with its basis; a meeting is called, and its minutes are kept', pictured(async () => {
    await openCase(lead, accepted)
    await act(lead, '暂停计时', async (window) => {
      await window.getByRole('combobox').click()
      await lead.getByTitle('现场核查、专家评审').click()
      await window.getByLabel('依据(法条或文书)').fill('行政许可法第四十五条,专家评审')
      await window.getByLabel('预计恢复日').fill('2099-01-04')
    })
    await act(lead, '恢复计时')
    await lead.getByRole('tab', { name: '并联环节' }).click()
    await lead.getByRole('button', { name: '召集会审' }).click()
    const window = lead.getByRole('dialog')
    await window.getByLabel('议题').fill('供养标准会审')
    await window.getByLabel('时间').fill('2026-12-01T09:00')
    await window.getByLabel('地点').fill('三楼会议室')
    await window.getByRole('combobox').click()
    await lead.getByTitle(CO).click()
    await lead.keyboard.press('Escape')
    await window.getByRole('button', { name: '召集会审' }).click()
    await window.waitFor({ state: 'hidden' })
    await lead.getByRole('button', { name: '记录到会与纪要' }).click()
    const minutes = lead.getByRole('dialog')
    await minutes.getByRole('checkbox', { name: CO }).check()
    await minutes.getByLabel('会议纪要').fill('一致同意')
    await minutes.getByRole('button', { name: '记录到会与纪要' }).click()
    await lead.getByText('会议纪要:一致同意').waitFor()
  }))

  it('two decide at once: one wins, the other is told and keeps his text', pictured(async () => {
    await answer(lead, '牵头审查', '同意', '')
    const head = await person()
    await signIn(head, accountFor(accounts, 'DEPARTMENT_HEAD', '区民政局'))
    await Promise.all([openCase(lead, accepted), openCase(head, accepted)])
    await head.locator('.page-actions').getByRole('button', { name: '作出决定', exact: true }).click()
    const slower = head.getByRole('dialog')
    await pick(slower, '不予')
    await slower.getByLabel('不予的理由(告知申请人)').fill('收入超过标准')
    await act(lead, '作出决定', (window) => pick(window, '准予'))
    await slower.getByRole('button', { name: '作出决定', exact: true }).click()
    await slower.getByText('有人先一步处理了这条记录').waitFor()
    expect(await slower.getByLabel('不予的理由(告知申请人)').inputValue()).toBe('收入超过标准')
    await expect.poll(() => statusOf(lead)).toBe('已决定待送达')
  }))
})
