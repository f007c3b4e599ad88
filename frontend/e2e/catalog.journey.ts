import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { fitsTheScreen, openAnew } from './phone'
import { factOfCase, go, signedIn } from './staff'

withBrowser()

const ITEM = '临时救助申请'
const CANCELLED = '婚姻登记档案查询'
const NEW = '独居老人探视服务'

async function openItem(page: Page, name: string): Promise<void> {
  await go(page, `/items?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Presses a button of the page, fills the window and confirms with the button of the same name. */
async function step(page: Page, button: string, fill?: (window: Locator) => Promise<void>): Promise<void> {
  await page.locator('.page-actions').getByRole('button', { name: button, exact: true }).click()
  const window = page.getByRole('dialog')
  await window.waitFor()
  if (fill) await fill(window)
  await window.getByRole('button', { name: button, exact: true }).click()
  await window.waitFor({ state: 'hidden' })
}

/** Fills the window's form up to the last press. */
async function readyToAccept(clerk: Page, item: string): Promise<void> {
  await go(clerk, '/accept')
  await clerk.getByRole('combobox').first().waitFor()
  await clerk.keyboard.type(item)
  await clerk.locator('.item-option', { hasText: item }).first().waitFor()
  await clerk.keyboard.press('Enter')
  await clerk.getByRole('heading', { name: '申请人' }).waitFor()
  await clerk.keyboard.press('Alt+a')
  await clerk.getByLabel('姓名', { exact: true }).fill(APPLICANT.name)
  await clerk.getByLabel('证件号码').fill(APPLICANT.idCard)
}

describe('an item', () => {
  const accounts = inject('demo')
  let officer: Page
  let legal: Page
  let admin: Page
  let clerk: Page

  beforeAll(async () => {
    officer = await signedIn(accountFor(accounts, 'DEPARTMENT_OFFICER', '区民政局'))
    legal = await signedIn(accountFor(accounts, 'LEGAL_REVIEWER'))
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK', '云溪街道'))
  })

  it('gets a new version: the department drafts it and sees what it changes', pictured(async () => {
    await openItem(officer, ITEM)
    await officer.getByRole('button', { name: '起草新版本' }).click()
    await officer.getByRole('tab', { name: '编辑' }).waitFor()
    await officer.getByLabel('承诺时限').fill('3')
    await officer.getByLabel('办理环节').fill('受理\n入户核查\n发放')
    await officer.getByLabel('材料 2').fill('居民身份证')
    await officer.getByRole('button', { name: /保\s*存/ }).click()
    await officer.getByText('已保存').waitFor()
    await officer.getByRole('tab', { name: '对比' }).click()
    const changes = officer.getByRole('region', { name: '内容变化' })
    await changes.getByRole('row', { name: /承诺时限.*7.*3/ }).waitFor()
    await officer.getByRole('region', { name: '材料变化' }).getByText('不再需要').waitFor()
    await hasNoBarriers(officer, 'a version compared')
    await officer.screenshot({ path: 'reports/catalog-diff.png', fullPage: true })
    await step(officer, '送审')
  }))

  it('is passed by the legal reviewer and published by the administrator, under a document', pictured(async () => {
    await go(legal, '/items-waiting')
    await legal.getByRole('link', { name: new RegExp(ITEM) }).click()
    await step(legal, '审核', async (window) => {
      await window.getByLabel('审核意见').fill('内容合法')
    })
    await legal.getByText('待发布').first().waitFor()
    await go(admin, '/items-waiting')
    await admin.getByRole('link', { name: new RegExp(ITEM) }).click()
    await step(admin, '发布', async (window) => {
      await window.getByLabel('文号').fill('示政办〔2026〕12号')
    })
    await openItem(admin, ITEM)
    const versions = admin.getByRole('table', { name: '版本' })
    await versions.getByRole('row', { name: /第 2 版.*已发布.*现行.*示政办〔2026〕12号.*苏明哲.*唐法审.*沈管理/ }).waitFor()
    await hasNoBarriers(admin, 'an item with versions')
    await admin.screenshot({ path: 'reports/catalog-item.png', fullPage: true })
  }))

  it('is accepted under the version in force, which the case names', pictured(async () => {
    await readyToAccept(clerk, ITEM)
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByRole('button', { name: '打开办件' }).click()
    await clerk.waitForURL(/\/cases\//)
    expect(await factOfCase(clerk, '适用事项版本')).toBe('第 2 版')
  }))

  it('that is new is drafted on the screen, unknown outside until it is published, and accepted then', pictured(async () => {
    const phone = await person(PHONE)
    await go(officer, '/items')
    await officer.locator('.page-actions').getByRole('button', { name: '新增事项' }).click()
    const form = officer.getByRole('dialog')
    await form.getByLabel('事项编码').fill('NEW-2026-01')
    await form.getByLabel('事项名称').fill(NEW)
    await form.getByText('区民政局').first().waitFor()
    await hasNoBarriers(officer, 'a new item')
    await officer.screenshot({ path: 'reports/catalog-new.png' })
    await form.getByRole('button', { name: '开始起草' }).click()
    await officer.waitForURL(/\/item-versions\//)
    await officer.getByLabel('承诺时限').fill('5')
    await officer.getByLabel('办理环节').fill('受理\n上门探视')
    await officer.getByRole('button', { name: /保\s*存/ }).click()
    await officer.getByText('已保存').waitFor()
    await step(officer, '送审')
    await openAnew(phone, `/guide/990101/?q=${encodeURIComponent(NEW)}`)
    await phone.getByText('没有找到').waitFor()
    await go(legal, '/items-waiting')
    await legal.getByRole('link', { name: new RegExp(NEW) }).click()
    await step(legal, '审核', async (window) => {
      await window.getByLabel('审核意见').fill('内容合法')
    })
    await go(admin, '/items')
    await admin.getByText('起草中的新事项').first().click()
    await admin.getByRole('table', { name: '起草中的新事项' }).getByRole('link', { name: NEW }).click()
    await admin.getByText(/还没有发布/).waitFor()
    await go(admin, '/items-waiting')
    await admin.getByRole('link', { name: new RegExp(NEW) }).click()
    await step(admin, '发布', async (window) => {
      await window.getByLabel('文号').fill('示政办〔2026〕13号')
    })
    await go(admin, `/points?q=${encodeURIComponent(NEW)}`)
    await admin.getByLabel(`选择 ${NEW}`).check()
    await admin.getByRole('button', { name: '全选' }).click()
    await admin.getByRole('button', { name: /^开通：1 个事项/ }).click()
    await admin.getByText(/已变更 \d+ 个受理关系/).waitFor()
    await openAnew(phone, `/guide/990101/?q=${encodeURIComponent(NEW)}`)
    await phone.getByRole('link', { name: NEW }).first().waitFor()
    await readyToAccept(clerk, NEW)
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByRole('button', { name: '打开办件' }).click()
    await clerk.waitForURL(/\/cases\//)
    expect(await factOfCase(clerk, '适用事项版本')).toBe('第 1 版')
  }))

  it('that is cancelled while the form is open is refused, and the refusal names the document', pictured(async () => {
    await readyToAccept(clerk, CANCELLED)
    await openItem(admin, CANCELLED)
    await step(admin, '取消事项', async (window) => {
      await window.getByLabel('自何日起不得受理').fill('2026-01-01')
      await window.getByLabel('文号').fill('国发〔2026〕1号')
    })
    await admin.getByText('国发〔2026〕1号').first().waitFor()
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByText(/已于 2026-01-01 取消（国发〔2026〕1号），不得受理/).waitFor()
  }))

  it('whose name stands in an upper-level decision is on the report until somebody judges', pictured(async () => {
    await go(admin, '/decisions')
    await admin.getByRole('button', { name: '登记决定' }).click()
    const window = admin.getByRole('dialog')
    await window.getByLabel('文件中的事项名称').fill('户外广告设施设置')
    await window.getByLabel('文号').fill('国发〔2019〕6号')
    await window.getByLabel('发文日期').fill('2019-02-27')
    await window.getByLabel('执行日期').fill('2019-02-27')
    await window.getByRole('button', { name: /保\s*存/ }).click()
    await window.waitFor({ state: 'hidden' })
    await admin.getByRole('row', { name: /户外广告设施设置审批.*尚未认定/ }).waitFor()
    await hasNoBarriers(admin, 'decisions')
    await admin.getByRole('button', { name: /^是同一事项 户外广告/ }).click()
    await admin.getByRole('row', { name: /户外广告设施设置审批.*已取消，不得受理/ }).waitFor()
    await admin.screenshot({ path: 'reports/catalog-decisions.png', fullPage: true })
  }))

  it('is opened at every office of the district, twenty at a time', pictured(async () => {
    await go(admin, '/points')
    const rows = admin.getByRole('table', { name: '受理点' }).locator('tbody tr')
    await rows.nth(19).waitFor()
    for (let at = 0; at < 20; at++) await rows.nth(at).getByRole('checkbox').check()
    await admin.getByRole('button', { name: '全选' }).click()
    await admin.getByRole('button', { name: /^开通：20 个事项 × 5 个受理点/ }).click()
    await admin.getByText('已变更 100 个受理关系').waitFor()
    await hasNoBarriers(admin, 'acceptance points')
    await admin.screenshot({ path: 'reports/catalog-points.png' })
  }))
})

describe('lists and policies', () => {
  it('are drafted, passed, published, and read by anybody; an expired policy is not offered', pictured(async () => {
    const phone = await person(PHONE)
    const admin = await signedIn(accountFor(inject('demo'), 'DISTRICT_ADMIN'))
    const legal = await signedIn(accountFor(inject('demo'), 'LEGAL_REVIEWER'))
    await go(admin, '/lists')
    await admin.getByRole('button', { name: '新建清单' }).click()
    const window = admin.getByRole('dialog')
    await window.getByLabel('清单名称').fill('投资领域权力清单')
    await window.getByRole('button', { name: /确\s*定/ }).click()
    await admin.getByLabel('全部条目').fill('项目核准 | 区行政审批局 | 企业投资项目核准和备案管理条例\n项目备案 | 区行政审批局')
    await admin.getByRole('button', { name: /保\s*存/ }).click()
    await admin.getByText('已保存').waitFor()
    await step(admin, '送审')
    await phone.goto('/guide/990101/lists')
    await phone.getByText('还没有公布清单').waitFor()
    await go(legal, '/lists')
    await legal.getByRole('link', { name: /投资领域权力清单/ }).click()
    await step(legal, '审核')
    await admin.reload()
    await step(admin, '发布', async (form) => {
      await form.getByLabel('文号').fill('示府发〔2026〕3号')
    })
    await openAnew(phone, '/guide/990101/lists')
    await phone.getByText('投资领域权力清单').tap()
    await phone.getByText('项目核准').waitFor()
    await go(admin, '/policies')
    for (const [title, end] of [['稳岗返还', '2099-12-31'], ['过期的补贴', '2020-12-31']] as const) {
      await admin.getByRole('button', { name: '登记政策' }).click()
      const form = admin.getByRole('dialog')
      await form.getByLabel('政策', { exact: true }).fill(title)
      await form.getByLabel('文号').fill('示人社发〔2020〕1号')
      await form.getByLabel('谁可以申领').fill('未裁员的企业')
      await form.getByLabel('优惠内容').fill('返还失业保险费的 60%')
      await form.getByLabel('自', { exact: true }).fill('2020-01-01')
      await form.getByLabel(/^至/).fill(end)
      await form.getByRole('button', { name: /保\s*存/ }).click()
      await form.waitFor({ state: 'hidden' })
    }
    await phone.goto('/guide/990101/policies')
    await phone.getByRole('heading', { name: '稳岗返还' }).waitFor()
    await expect.poll(() => phone.getByText('过期的补贴').count()).toBe(0)
    await fitsTheScreen(phone)
  }))
})

describe('the public guide on a phone, without sign-in', () => {
  it('finds 高龄 by gaoling, shows what to bring, prints and gives its own address as a code', pictured(async () => {
    const phone = await person(PHONE)
    await phone.goto('/guide/990101/')
    await phone.getByLabel('找事项').fill('gaoling')
    await phone.getByRole('button', { name: '查找' }).tap()
    await phone.getByRole('link', { name: '老年人高龄补贴发放' }).tap()
    await phone.getByRole('heading', { level: 1, name: '老年人高龄补贴发放' }).waitFor()
    await phone.getByText('高龄补贴申请表').waitFor()
    await phone.getByRole('img', { name: '本页二维码' }).waitFor()
    await fitsTheScreen(phone)
    await hasNoBarriers(phone, 'a guide')
    await phone.screenshot({ path: 'reports/guide-phone.png', fullPage: true })
  }))

  it('invents no limit for an item that nobody has confirmed', pictured(async () => {
    if (inject('real').length === 0) return
    const phone = await person(PHONE)
    await phone.goto('/guide/511602/?q=%E5%A4%87%E6%A1%88')
    await phone.getByText('尚未公布承诺时限').first().waitFor()
    await phone.screenshot({ path: 'reports/guide-list-phone.png' })
  }))

  it('of an unknown item or a wrong address says so', pictured(async () => {
    const phone = await person(PHONE)
    await openAnew(phone, '/guide/990101/SXRlbTo5OTk5OTk5')
    await phone.getByRole('heading', { name: '没有这个事项' }).waitFor()
  }))
})

describe('limits of the real list', () => {
  const accounts = inject('real')

  it.skipIf(accounts.length === 0)('go out as a file, come back confirmed, are compared and written; the guide then promises', pictured(async () => {
    const admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await go(admin, '/items')
    const [file] = await Promise.all([
      admin.waitForEvent('download'),
      (async () => {
        await admin.getByRole('button', { name: '导出时限确认表' }).click()
        await admin.getByRole('menuitem', { name: 'CSV' }).click()
      })(),
    ])
    const [header = '', ...lines] = readFileSync(await file.path(), 'utf8').trim().split(/\r?\n/)
    expect(lines.length).toBe(1135)
    const at = (name: string) => header.replace('\uFEFF', '').split(',').indexOf(name)
    const simple = lines.filter((line) => !line.includes('"') && line.split(',')[at('承诺时限')] === '').slice(0, 3)
    const filled = simple.map((line) => {
      const cells = line.split(',')
      cells[at('法定时限')] = '20'
      cells[at('承诺时限')] = '7'
      cells[at('确认文号')] = '广安政务〔2026〕3号'
      return cells.join(',')
    })
    await go(admin, '/imports?kind=item-confirmations')
    const back = ['\uFEFF' + header.replace('\uFEFF', ''), ...filled].join('\r\n')
    await admin.getByLabel(/把文件拖到这里/).setInputFiles({ name: '确认表.csv', mimeType: 'text/csv', buffer: Buffer.from(back) })
    await admin.waitForURL(/\/imports\/.+/)
    await admin.getByRole('button', { name: '试算', exact: true }).click()
    await admin.getByText('试算完成，尚未写入').waitFor()
    await admin.screenshot({ path: 'reports/catalog-confirm.png', fullPage: true })
    await admin.getByRole('button', { name: /^(只)?导入/ }).first().click()
    await admin.getByText('已导入', { exact: true }).waitFor()
    const name = filled[0]?.split(',')[at('事项名称')] ?? ''
    const phone = await person(PHONE)
    await phone.goto(`/guide/511602/?q=${encodeURIComponent(name)}`)
    await phone.getByText('7 个工作日').first().waitFor()
  }))
})
