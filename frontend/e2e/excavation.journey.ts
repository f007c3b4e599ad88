import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, act, findCase, go, openCase, signedIn, statusOf, type Accepted } from './staff'

withBrowser()

/** A click while the window still grows to its size goes astray. */
const pick = async (window: Locator, name: string) => {
  const radio = window.getByRole('radio', { name, exact: true })
  await expect.poll(async () => {
    await radio.click()
    return radio.isChecked()
  }).toBe(true)
}

const ITEM = '城市道路挖掘审批'
const CHILD = '临时占用城市道路审批'
const LEAD = '区城市管理局'
const POLICE = '区公安分局交通管理大队'
const LAND = '区自然资源局'
/** decides the other permit that comes of the same form */
const LICENCES = '区行政审批局'
const TRAFFIC = '交通组织意见'
const GROUND = '地下空间意见'

describe('road excavation: two co-units beside the lead, a disagreement corrected, experts heard, two decide at once', () => {
  const accounts = inject('demo')
  const officerOf = (unit: string) => accountFor(accounts, 'DEPARTMENT_OFFICER', unit)
  let admin: Page
  let clerk: Page
  let lead: Page
  let head: Page
  let police: Page
  let land: Page
  let accepted: Accepted

  const stepOf = (page: Page, name: string): Locator => page.locator('.steps > li').filter({ hasText: name })
  const steps = async (page: Page) => {
    await findCase(page, accepted)
    await page.getByRole('tab', { name: '并联环节' }).click()
    await page.locator('.steps > li').first().waitFor()
  }
  const give = async (page: Page, name: string, word: string, reason: string): Promise<Locator> => {
    await steps(page)
    await page.getByRole('button', { name: `答复 ${name}` }).click()
    const window = page.getByRole('dialog')
    await pick(window, word)
    if (reason) await window.getByLabel('理由').fill(reason)
    await window.getByRole('button', { name: '答复' }).click()
    return window
  }
  const answer = async (page: Page, name: string, word: string, reason: string) => {
    const window = await give(page, name, word, reason)
    await window.waitFor({ state: 'hidden' })
  }
  const willConsent = (page: Page, name: string) => stepOf(page, name).getByText(/到期未答复视为同意/)
  const nameDocument = async (document: string) => {
    await admin.getByLabel('文件号').fill(document)
    await admin.getByRole('button', { name: '保存 超时默许规则（全区）' }).click()
    await expect.poll(async () => {
      await admin.reload()
      await admin.getByLabel('文件号').waitFor()
      return admin.getByLabel('文件号').inputValue()
    }).toBe(document)
  }

  it('with the rule on, the silence of a co-unit has become consent; of the other it is a delay that the lead urges', pictured(async () => {
    lead = await signedIn(officerOf(LEAD))
    await lead.getByRole('row').filter({ hasText: ITEM }).first().getByRole('link').first().click()
    await lead.getByRole('tab', { name: '并联环节' }).click()
    await expect.poll(async () => {
      await lead.reload()
      await lead.getByRole('tab', { name: '并联环节' }).click()
      await stepOf(lead, GROUND).waitFor()
      return stepOf(lead, GROUND).innerText()
    }).toMatch(/超时默许[\s\S]*依据 示范政办〔2026〕3号 视为同意/)
    expect(await stepOf(lead, GROUND).innerText()).toContain(LAND)
    expect(await stepOf(lead, TRAFFIC).innerText()).toMatch(/待答复[\s\S]*超期/)
    await lead.getByRole('button', { name: `催办 ${TRAFFIC}` }).click()
    await lead.getByRole('dialog').getByRole('button', { name: '催办' }).click()
    await stepOf(lead, TRAFFIC).getByText(/已催办 1 次/).waitFor()
  }))

  it('the administrator adds a permit of another department to the procedure by keyboard, publishes it, and names the document of deemed consent', pictured(async () => {
    const row = (place: number): Locator => admin.locator('.procedure-step').nth(place)
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await go(admin, `/items?q=${encodeURIComponent(ITEM)}`)
    await admin.getByRole('link', { name: ITEM }).first().click()
    await admin.getByRole('link', { name: '办理流程与规则' }).click()
    await admin.getByRole('region', { name: '第 1 版' }).getByText(POLICE).waitFor()
    await admin.getByRole('button', { name: '起草新版' }).click()
    await admin.getByRole('button', { name: '添加环节' }).click()
    await row(3).getByLabel('阶段名称').fill('联合审查')
    await row(3).getByLabel('环节名称').fill('占道许可')
    await row(3).getByLabel('单位', { exact: true }).selectOption({ label: LICENCES })
    await row(3).getByLabel('子事项（一件事）').fill(CHILD)
    await admin.locator('.ant-select-item-option').filter({ hasText: CHILD }).first().click()
    await admin.getByRole('button', { name: '上移 占道许可' }).press('Enter')
    await expect.poll(() => row(2).getByLabel('环节名称').inputValue()).toBe('占道许可')
    await hasNoBarriers(admin, 'procedure being drafted')
    await admin.getByRole('button', { name: '发布生效' }).click()
    await admin.getByRole('button', { name: '发布生效' }).waitFor({ state: 'hidden' })
    const inForce = admin.getByRole('region', { name: '第 2 版' })
    await inForce.getByText('生效').first().waitFor()
    for (const part of [POLICE, LAND, CHILD]) await inForce.getByText(part).first().waitFor()
    await admin.getByRole('region', { name: '第 1 版' }).getByText('已停用').waitFor()
    await nameDocument('区政办〔2026〕8号')
  }))

  it('a case begins with it: both co-units are asked at once, and both must answer when deemed consent is off', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    accepted = await acceptByKeyboard(clerk, ITEM, APPLICANT.name, APPLICANT.idCard)
    await act(clerk, '上报')
    await findCase(lead, accepted)
    await act(lead, '签收')
    ;[police, land] = await Promise.all([signedIn(officerOf(POLICE)), signedIn(officerOf(LAND))])
    await steps(land)
    await stepOf(land, GROUND).getByText('到期未答复视为同意（依据 区政办〔2026〕8号）').waitFor()
    await steps(police)
    await stepOf(police, TRAFFIC).waitFor()
    expect(await willConsent(police, TRAFFIC).count()).toBe(0)
    await nameDocument('')
    await expect.poll(async () => {
      await steps(land)
      await stepOf(land, GROUND).waitFor()
      return willConsent(land, GROUND).count()
    }).toBe(0)
    await stepOf(land, TRAFFIC).waitFor()
    expect(await land.getByRole('button', { name: `答复 ${TRAFFIC}` }).count()).toBe(0)
  }))

  it('one co-unit disagrees with its reason, the other agrees and refers; the lead may not pass over the first', pictured(async () => {
    await answer(police, TRAFFIC, '不同意', '早高峰占用两条车道')
    await answer(land, GROUND, '同意但需转报', '涉及地铁保护区,报市局备案')
    await steps(lead)
    await expect.poll(() => stepOf(lead, '牵头审查').innerText()).toContain('未开始')
  }))

  it('one form, several items: the step that is an item of its own is a case with its own number, decided by its department', pictured(async () => {
    const licences = await signedIn(officerOf(LICENCES))
    await steps(licences)
    await stepOf(licences, '占道许可').getByRole('link').click()
    await licences.getByText(CHILD).first().waitFor()
    await act(licences, '作出决定', (window) => pick(window, '准予'))
    await steps(lead)
    await expect.poll(() => stepOf(lead, '占道许可').getByText('同意', { exact: true }).count()).toBeGreaterThan(0)
  }))

  it('the lead asks the one again, experts are heard while every clock stands, and it agrees: both of its answers stay', pictured(async () => {
    const refused = await give(lead, '牵头审查', '同意', '')
    await refused.getByText(/有配合单位不同意/).waitFor()
    await refused.getByRole('button', { name: '取消' }).click()
    await lead.getByRole('button', { name: `退回重新答复 ${TRAFFIC}` }).click()
    const window = lead.getByRole('dialog')
    await window.getByLabel('理由').fill('已改为夜间施工')
    await window.getByRole('button', { name: '退回重新答复' }).click()
    await window.waitFor({ state: 'hidden' })
    await openCase(lead, accepted)
    await act(lead, '暂停计时', async (form) => {
      await form.getByRole('combobox').click()
      await lead.getByTitle('现场核查、专家评审').click()
      await form.getByLabel('依据（法条或文书）').fill('行政许可法第四十五条,专家评审')
      await form.getByLabel('预计恢复日').fill('2099-01-04')
    })
    await steps(police)
    await expect.poll(() => stepOf(police, TRAFFIC).innerText()).toContain('暂停')
    await openCase(lead, accepted)
    await act(lead, '恢复计时')
    await answer(police, TRAFFIC, '同意', '')
    await stepOf(police, TRAFFIC).getByText(/原答复：不同意。早高峰占用两条车道.*已改为夜间施工/).waitFor()
    await stepOf(police, GROUND).getByText('涉及地铁保护区,报市局备案').waitFor()
    await hasNoBarriers(police, 'case, steps')
  }))

  it('a meeting of both co-units is called; one gives its opinion, who came and what was resolved is kept', pictured(async () => {
    await steps(lead)
    await lead.getByRole('button', { name: '召集会审' }).click()
    const window = lead.getByRole('dialog')
    await window.getByLabel('议题').fill('夜间施工方案会审')
    await window.getByLabel('时间').fill('2026-12-01T09:00')
    await window.getByLabel('地点').fill('三楼会议室')
    for (const unit of [POLICE, LAND]) {
      await window.getByRole('combobox').fill(unit)
      await lead.locator('.ant-select-item-option').filter({ hasText: unit }).click()
    }
    await lead.keyboard.press('Escape')
    await window.getByRole('button', { name: '召集会审' }).click()
    await window.waitFor({ state: 'hidden' })
    await steps(land)
    await land.getByRole('button', { name: '提交意见' }).click()
    const opinion = land.getByRole('dialog')
    await opinion.getByLabel('意见').fill('避开地铁隧道')
    await opinion.getByRole('button', { name: '提交意见' }).click()
    await opinion.waitFor({ state: 'hidden' })
    await steps(lead)
    await lead.getByText('避开地铁隧道').waitFor()
    await lead.getByRole('button', { name: '记录到会与纪要' }).click()
    const minutes = lead.getByRole('dialog')
    await minutes.getByRole('checkbox', { name: POLICE }).check()
    await minutes.getByRole('checkbox', { name: LAND }).check()
    await minutes.getByLabel('会议纪要').fill('一致同意')
    await minutes.getByRole('button', { name: '记录到会与纪要' }).click()
    await lead.getByText('会议纪要：一致同意').waitFor()
  }))

  it('the officer gives the case to the head of his unit, who is told and finds in its history from whom it came', pictured(async () => {
    await answer(lead, '牵头审查', '同意', '')
    await openCase(lead, accepted)
    await lead.getByRole('tab', { name: '时限' }).click()
    await lead.getByRole('table', { name: '法定时限一览' }).getByRole('button', { name: `转交 ${ITEM}` }).first().click()
    const window = lead.getByRole('dialog')
    await window.getByRole('combobox').click()
    await lead.locator('.ant-select-item-option').filter({ hasText: '白行舟' }).click()
    await window.getByLabel('交接说明（可不填）').fill('请您把关')
    await hasNoBarriers(lead, 'duty being transferred')
    await window.getByRole('button', { name: '转交' }).click()
    await window.waitFor({ state: 'hidden' })
    await lead.getByText('江远帆 → 白行舟（操作人：江远帆）').waitFor()
    await lead.getByRole('tab', { name: '办理经过' }).click()
    await lead.getByRole('listitem').filter({ hasText: '江远帆 → 白行舟（操作人：江远帆）' }).getByText('请您把关').waitFor()
    head = await signedIn(accountFor(accounts, 'DEPARTMENT_HEAD', LEAD))
    await expect.poll(async () => {
      await go(head, '/inbox')
      await head.getByRole('heading', { level: 1 }).waitFor()
      return head.getByText(`转给您承办：${ITEM}`).count()
    }).toBeGreaterThan(0)
    await go(head, '/queue?hands=mine')
    await head.getByRole('row').filter({ hasText: '白行舟' }).filter({ hasText: ITEM }).first().waitFor()
  }))

  it('two decide at once: one wins, the other is told and keeps his text', pictured(async () => {
    await Promise.all([openCase(lead, accepted), openCase(head, accepted)])
    await head.locator('.page-actions').getByRole('button', { name: '作出决定', exact: true }).click()
    const slower = head.getByRole('dialog')
    await pick(slower, '不予')
    await slower.getByLabel('不予的理由（告知申请人）').fill('路段禁止开挖')
    await act(lead, '作出决定', (window) => pick(window, '准予'))
    await slower.getByRole('button', { name: '作出决定', exact: true }).click()
    await slower.getByText('有人先一步处理了这条记录').waitFor()
    expect(await slower.getByLabel('不予的理由（告知申请人）').inputValue()).toBe('路段禁止开挖')
    await expect.poll(() => statusOf(lead)).toBe('已决定待送达')
  }))
})
