import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { identityCard } from './people'
import { fitsTheScreen, followCase } from './phone'
import { acceptByKeyboard, act, factOfCase, findCase, go, openCase, signedIn, statusOf, type Accepted } from './staff'

withBrowser()

/** A click while the window still grows to its size goes astray. */
const pick = async (window: Locator, name: string) => {
  const radio = window.getByRole('radio', { name, exact: true })
  await expect.poll(async () => {
    await radio.click()
    return radio.isChecked()
  }).toBe(true)
}

/** Somebody who is 82: no smartphone, a neighbour reads the paper to her. */
const OLD = { name: '赵桂兰', idCard: identityCard('51160219440307122') }

describe('an allowance for somebody who is 82 goes through a sub-district, with a returned hand-over', () => {
  const accounts = inject('demo')
  let clerk: Page
  let officer: Page
  let accepted: Accepted

  const back = async (reason: string) => {
    await findCase(officer, accepted)
    await act(officer, '退回', (window) => window.getByLabel('理由').fill(reason))
  }

  it('the sub-district accepts and hands up; the department sends it back once, with its reason', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    accepted = await acceptByKeyboard(clerk, '老年人高龄补贴发放', OLD.name, OLD.idCard)
    await act(clerk, '上报')
    officer = await signedIn(accountFor(accounts, 'DEPARTMENT_OFFICER', accepted.decideUnit))
    await back('银行账户与本人姓名不一致')
    await openCase(clerk, accepted)
    await expect.poll(() => statusOf(clerk)).toBe('已退回')
    await clerk.getByText('银行账户与本人姓名不一致').first().waitFor()
  }))

  it('sent back a second time, it is ruled on; the ruling binds and the department decides', pictured(async () => {
    await act(clerk, '上报')
    await back('照片不清')
    await expect.poll(() => statusOf(officer)).toBe('待裁定')
    const supervisor = await signedIn(accountFor(accounts, 'SUPERVISOR'))
    await openCase(supervisor, accepted)
    await act(supervisor, '裁定', async (window) => {
      await pick(window, '由决定部门承办，不得再退')
      await window.getByLabel('理由').fill('材料已能证明年龄与户籍')
    })
    await expect.poll(() => factOfCase(supervisor, '当前持有单位')).toBe(accepted.decideUnit)
    await openCase(officer, accepted)
    await act(officer, '作出决定', async (window) => {
      await pick(window, '准予')
    })
    await expect.poll(() => statusOf(officer)).toBe('已决定待送达')
  }))

  it('the clocks stand side by side: who had it how long, promised and by law, and the delivery that is owed', pictured(async () => {
    await openCase(clerk, accepted)
    await clerk.getByRole('tab', { name: '时限' }).click()
    const clocks = clerk.getByRole('table', { name: '法定时限一览' })
    await clocks.getByRole('row').filter({ hasText: '送达' }).waitFor()
    await clerk.getByRole('table', { name: '各单位用时' }).waitFor()
    await hasNoBarriers(clerk, 'case, clocks')
    await act(clerk, '送达')
    await expect.poll(() => statusOf(clerk)).toBe('已送达')
  }))

  it('what came in is received first, one notice names what is missing, and the applicant tells by phone what she sent', pictured(async () => {
    await go(clerk, '/accept')
    await clerk.getByRole('combobox').first().waitFor()
    await clerk.keyboard.type('临时救助申请')
    await clerk.locator('.item-option', { hasText: '临时救助申请' }).first().waitFor()
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { name: '申请人' }).waitFor()
    await clerk.getByRole('button', { name: /全部原件已核/ }).click()
    await clerk.getByRole('radiogroup').first().getByText('未提交').click()
    await clerk.getByLabel('姓名', { exact: true }).fill(OLD.name)
    await clerk.getByLabel('证件号码').fill(OLD.idCard)
    await hasNoBarriers(clerk, 'accept, receive only')
    await clerk.getByRole('button', { name: '只收件，暂不受理' }).click()
    const sheet = clerk.getByRole('region', { name: '收件凭证' })
    await sheet.waitFor()
    const fact = async (name: string) =>
      (await sheet.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]').innerText()).trim()
    const received = { number: await fact('办件编号'), password: await fact('查询密码') }
    await clerk.getByRole('button', { name: '打开办件' }).click()
    await expect.poll(() => statusOf(clerk)).toBe('已收件')
    await act(clerk, '一次性补正告知', async (window) => {
      await window.getByLabel('需要补正的全部内容（每行一项）').fill('困难情况说明\n近期照片')
      await window.getByLabel('补正期限').fill('2099-01-04')
      await hasNoBarriers(clerk, 'supplement notice')
    })
    const phone = await person(PHONE)
    await followCase(phone, received.number, received.password)
    await phone.getByText('困难情况说明').waitFor()
    await fitsTheScreen(phone)
    await hasNoBarriers(phone, 'progress, supplements asked for')
    await phone.getByLabel('补充说明（可不填）').fill('照片两张，托村干部带去')
    await phone.getByRole('button', { name: '传好了，告诉窗口' }).tap()
    await phone.getByText('您告知已补交材料').waitFor()
    await clerk.reload()
    await clerk.getByText('照片两张，托村干部带去').waitFor()
    await act(clerk, '补正材料收齐')
    await act(clerk, '受理', (window) => window.getByRole('radiogroup').first().getByText('已核原件').click())
    await expect.poll(() => statusOf(clerk)).toBe('已受理')
  }))

  it('a question is written down, answers for itself in the queue, and becomes a case brought by a neighbour on a mandate', pictured(async () => {
    await go(clerk, '/consultations')
    await clerk.getByRole('button', { name: '登记咨询' }).click()
    const window = clerk.getByRole('dialog')
    await window.getByLabel('咨询内容').fill('老人行动不便，可以由邻居代办吗？')
    await window.getByRole('combobox', { name: '咨询事项' }).click()
    await clerk.keyboard.type('临时救助申请')
    await clerk.locator('.item-option', { hasText: '临时救助申请' }).first().click()
    await window.getByLabel('咨询人姓名或单位名称（可不填）').fill(OLD.name)
    await window.getByLabel('联系手机（可不填）').fill('13800000000')
    await hasNoBarriers(clerk, 'consultation form')
    await window.getByRole('button', { name: '登记咨询' }).click()
    await clerk.waitForURL(/\/consultations\/./)
    await clerk.getByText('待答复').first().waitFor()
    await hasNoBarriers(clerk, 'consultation')
    await clerk.getByRole('button', { name: '受理为办件' }).click()
    const name = clerk.getByLabel('姓名', { exact: true })
    await name.waitFor()
    await expect.poll(() => name.inputValue()).toBe(OLD.name)
    await clerk.getByLabel('证件号码', { exact: true }).fill(OLD.idCard)
    await clerk.getByLabel('由他人代办').check()
    await clerk.getByLabel('代办人姓名').fill('李大力')
    await clerk.getByLabel('代办人证件号码').fill(identityCard('51160219630412003'))
    await clerk.getByRole('combobox', { name: '代理权限' }).click()
    await clerk.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '特别授权' }).first().click()
    await clerk.getByRole('button', { name: /全部原件已核/ }).click()
    await hasNoBarriers(clerk, 'accept, with an agent')
    await clerk.keyboard.press('Control+Enter')
    const sheet = clerk.getByRole('region', { name: '受理回执' })
    await sheet.waitFor()
    await sheet.getByText('李*力').waitFor()
    await clerk.getByRole('button', { name: '手机拍照上传' }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: '生成二维码' }).waitFor()
    await clerk.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await clerk.getByRole('button', { name: '打开办件' }).click()
    await expect.poll(() => factOfCase(clerk, '受理前的咨询')).toContain('邻居代办')
    expect(await factOfCase(clerk, '经办人/代办人')).toContain('特别授权')
    await clerk.getByRole('link', { name: '老人行动不便，可以由邻居代办吗？' }).click()
    await clerk.getByText('已答复').first().waitFor()
  }))
})
