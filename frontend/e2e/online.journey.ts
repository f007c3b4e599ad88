import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { fitsTheScreen, followCase } from './phone'
import { act, factOfCase, findCase, signedIn, statusOf, type Accepted } from './staff'

withBrowser()

const ITEM = '老年人高龄补贴发放'
const PLACE = '云溪街道便民服务中心'
const MOBILE = `137${String(Date.now()).slice(-8)}`
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const PHOTO = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: PNG }
const PDF = { name: '户口簿.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'%'.repeat(600)}\n%%EOF\n`) }
const SEALED = { name: '准予决定书.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'%'.repeat(900)}\n%%EOF\n`) }

/** The demo's gateway writes each SMS into a folder beside its database. */
function texts(): string[] {
  const folder = inject('sms')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.startsWith(MOBILE))
}

async function received(what: RegExp): Promise<string> {
  let found: string | undefined
  await expect.poll(() => (found = texts().map((text) => what.exec(text)?.[1]).find(Boolean)), { timeout: 20_000 }).toBeTruthy()
  return found ?? ''
}

let phone: Page
let clerk: Page
let officer: Page
const filed: Accepted = { id: '', number: '', password: '', item: ITEM, decideUnit: '' }

beforeAll(async () => {
  phone = await person(PHONE)
})

it('a citizen finds the item in the guide and confirms his mobile number by a code', pictured(async () => {
  await phone.goto('/guide/990101/?q=gaoling')
  await phone.getByRole('link', { name: ITEM }).first().tap()
  await phone.getByRole('link', { name: /网上申请/ }).tap()
  await phone.getByRole('heading', { name: '填写申请人' }).waitFor()
  await phone.getByRole('button', { name: '获取短信验证码' }).tap()
  await phone.getByText('请填写证件号码').waitFor()
  await hasNoBarriers(phone, 'apply, with faults')
  const unit = phone.getByLabel('到哪里办')
  await unit.selectOption({ label: PLACE })
  await phone.getByLabel('申请人姓名').fill(APPLICANT.name)
  await phone.getByLabel('证件号码', { exact: true }).fill(APPLICANT.idCard)
  await phone.getByLabel('手机号码').fill(MOBILE)
  await fitsTheScreen(phone)
  await phone.getByRole('button', { name: '获取短信验证码' }).tap()
  await phone.getByRole('heading', { name: '确认手机号' }).waitFor()
  await fitsTheScreen(phone)
  await hasNoBarriers(phone, 'apply, the code')
  const code = await received(/验证码 (\d{6})/)
  await phone.getByLabel('短信验证码').fill(code === '000000' ? '000001' : '000000')
  await phone.getByRole('button', { name: '确认' }).tap()
  await phone.getByText(/验证码不正确/).waitFor()
  await phone.getByLabel('短信验证码').fill(code)
  await phone.getByRole('button', { name: '确认' }).tap()
  await phone.getByRole('heading', { name: '交材料' }).waitFor()
}))

it('he photographs one paper, brings the others, outlives a reload, and hands in', pictured(async () => {
  const papers = phone.locator('.paper')
  await papers.first().locator('input[type=file]').first().setInputFiles(PHOTO)
  await papers.first().getByText('✓ 已上传').waitFor()
  await phone.reload()
  await papers.first().getByText('✓ 已上传').waitFor()
  await phone.getByRole('button', { name: '提交申请' }).tap()
  const missing = phone.getByText('请上传这样材料')
  for (const box of await phone.getByLabel('到窗口交').all()) await box.check()
  await expect.poll(() => missing.count()).toBe(0)
  await fitsTheScreen(phone)
  await hasNoBarriers(phone, 'apply, the papers')
  await phone.getByRole('button', { name: '提交申请' }).tap()
  await phone.getByRole('heading', { name: '申请已收到' }).waitFor()
  const figures = await phone.locator('.big.figures').allInnerTexts()
  filed.number = (figures[0] ?? '').trim()
  filed.password = (figures[1] ?? '').trim()
  await fitsTheScreen(phone)
  await hasNoBarriers(phone, 'apply, handed in')
  expect(await received(/查询密码 (\d{6})/)).toBe(filed.password)
}))

it('the window finds it, sees the photo, and asks once for what is missing', pictured(async () => {
  clerk = await signedIn(accountFor(inject('demo'), 'WINDOW_CLERK', '云溪街道'))
  await findCase(clerk, filed)
  await expect.poll(() => statusOf(clerk)).toBe('已收件')
  await clerk.getByText(/^5 个工作日内答复是否受理，最迟 \d{4}-\d\d-\d\d/).waitFor()
  await followCase(phone, filed.number, filed.password)
  await phone.getByText('5 个工作日内答复是否受理，最迟').waitFor()
  await fitsTheScreen(phone)
  await clerk.getByRole('tab', { name: '附件' }).click()
  await clerk.getByText('申请人网上提交').first().waitFor()
  await act(clerk, '一次性补正告知', async (window) => {
    await window.getByLabel('需要补正的全部内容（每行一项）').fill('户口簿复印件')
    await window.getByLabel('补正期限').fill('2099-12-31')
  })
}))

it('he is told by SMS, uploads the PDF on the progress page, and says so', pictured(async () => {
  await received(/(需要补交材料)/)
  await followCase(phone, filed.number, filed.password)
  await phone.getByText('户口簿复印件').waitFor()
  const chooser = phone.locator('#supplement').locator('xpath=../..').locator('input[type=file]').last()
  await chooser.setInputFiles(PDF)
  await phone.getByText('✓ 已上传').waitFor()
  await fitsTheScreen(phone)
  await hasNoBarriers(phone, 'progress, supplement')
  await phone.getByRole('button', { name: '传好了，告诉窗口' }).tap()
  await phone.getByText('您告知已补交材料').waitFor()
  await phone.getByText('✓ 已告诉窗口').waitFor()
  await phone.getByLabel('有进展时发短信告诉我').uncheck()
  await expect.poll(() => phone.getByLabel('有进展时发短信告诉我').isChecked()).toBe(false)
}))

it('the clerk sees the file, marks it complete and accepts', pictured(async () => {
  await findCase(clerk, filed)
  await clerk.getByRole('tab', { name: '附件' }).click()
  await clerk.getByText('户口簿.pdf').first().waitFor()
  await act(clerk, '补正材料收齐')
  await act(clerk, '受理', async (window) => {
    await window.getByRole('radiogroup').first().waitFor()
    for (const group of await window.getByRole('radiogroup').all()) await group.getByText('已核原件').click()
  })
  await expect.poll(() => statusOf(clerk)).toBe('已受理')
  await followCase(phone, filed.number, filed.password)
  await phone.getByRole('heading', { level: 1, name: '已受理，正在办理' }).waitFor()
}))

it('decided, the sealed result is served on his page; he saves it, and the history says so', pictured(async () => {
  await findCase(clerk, filed)
  await act(clerk, '上报')
  await expect.poll(() => statusOf(clerk)).toBe('已上报待签收')
  officer = await signedIn(accountFor(inject('demo'), 'DEPARTMENT_OFFICER', '区民政局'))
  await findCase(officer, filed)
  await act(officer, '签收')
  await act(officer, '作出决定', async (window) => {
    await window.getByRole('radio', { name: '准予', exact: true }).check()
  })
  await expect.poll(() => statusOf(officer)).toBe('已决定待送达')
  await officer.getByRole('tab', { name: '附件' }).click()
  await officer.getByRole('region', { name: '上传附件' }).locator('input[type=file]').setInputFiles(SEALED)
  await officer.getByRole('cell', { name: SEALED.name, exact: true }).waitFor()
  await findCase(clerk, filed)
  await act(clerk, '送达', async (window) => {
    await window.getByRole('radio', { name: '电子送达' }).check()
    await window.getByRole('checkbox', { name: SEALED.name }).check()
    await hasNoBarriers(clerk, 'case, electronic delivery')
    await window.getByRole('checkbox', { name: '申请人同意电子送达' }).check()
  })
  await expect.poll(() => factOfCase(clerk, '送达方式')).toBe('电子送达')
  await followCase(phone, filed.number, filed.password)
  await phone.getByRole('heading', { name: '您的结果文书' }).waitFor()
  await fitsTheScreen(phone)
  await hasNoBarriers(phone, 'progress, served')
  const [saved] = await Promise.all([phone.waitForEvent('download'), phone.getByRole('button', { name: /准予决定书\.pdf/ }).tap()])
  expect(readFileSync(await saved.path())).toEqual(SEALED.buffer)
  await clerk.reload()
  await clerk.getByText('申请人打开电子文书').first().waitFor()
}))
