import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFor } from './accounts'
import { DESK, person, pictured, withBrowser } from './browser'
import { counted, downloaded, tryFile, writeGood } from './imports'
import { APPLICANT } from './people'
import { CENTRE, departmentCodes, itemList, offices, publishedItems, rowsOf, staffList, unitList, workbook, type Sheet } from './real-files'
import { DATA, openedDistrict, REAL_DISTRICT } from './service'
import { acceptByKeyboard, factOfCase, signIn } from './staff'

withBrowser()

const PICTURES = resolve(import.meta.dirname, '../../docs/screens')
const DOCUMENT = '广安政务〔2026〕3号'
const CONFIRMED = 60
/** A district's past. */
const PAST = 5_000

/** The README's pictures, taken anew with LIANBAN_PICTURES=1. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.LIANBAN_PICTURES) return
  await expect.poll(() => page.locator('.ant-select-dropdown:visible').count()).toBe(0) // what was chosen covers the next field while its list closes
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: resolve(PICTURES, `setup-${name}.png`) })
}

/** ../shared/data missing: skipped, and the harness says so. */
describe.skipIf(!existsSync(DATA))('a district set up in a morning', () => {
  let stop: () => Promise<void> = () => Promise.resolve()
  let admin: Page
  let newcomer: () => Promise<Page>

  beforeAll(async () => {
    const opened = await openedDistrict()
    stop = opened.stop
    newcomer = () => person({ ...DESK, baseURL: opened.base })
    admin = await newcomer()
    await signIn(admin, accountFor(opened.accounts, 'DISTRICT_ADMIN'))
  }, 300_000)

  afterAll(() => stop())

  it('1 units: 34 departments with codes in seven forms, one of them with five; the same file again changes nothing', pictured(async () => {
    const codes = departmentCodes()
    expect(codes.size).toBe(34)
    expect(new Set([...codes.values()].flatMap((all) => [...all].map((code) => code.length))).size).toBe(7)
    const most = [...codes].find(([, all]) => all.size === 5)
    if (!most) throw new Error('no department has five codes')

    await tryFile(admin, 'units', unitList())
    expect(await counted(admin, '新增')).toBe(34 + 1 + offices().length)
    expect(await counted(admin, '有错')).toBe(0)
    await picture(admin, 'units')
    await writeGood(admin)
    await tryFile(admin, 'units', unitList())
    expect(await counted(admin, '无变化')).toBe(34 + 1 + offices().length)
    await admin.getByText('没有需要写入的行').waitFor()

    for (const code of most[1]) {
      await admin.goto(`/organisation?q=${code}`)
      await admin.getByRole('link', { name: most[0], exact: true }).waitFor()
    }
  }))

  it('2 halls: the district’s hall and a window in it', pictured(async () => {
    await admin.goto('/organisation/points')
    const window = admin.getByRole('dialog')
    const choose = async (label: string, text: string) => {
      const box = window.getByRole('combobox', { name: label })
      await box.click()
      if ((await box.getAttribute('readonly')) === null) await box.fill(text)
      await admin.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
    }
    for (const [kind, name] of [['大厅', '广安区政务服务大厅'], ['窗口', '综合受理 1 号窗口']] as const) {
      await admin.getByRole('button', { name: '新增服务点' }).click()
      await choose('类别', kind)
      await choose('设立单位', CENTRE)
      await window.getByLabel('名称').fill(name)
      if (kind === '窗口') await choose('所属大厅', '广安区政务服务大厅')
      await window.getByRole('button', { name: '按常规工作时间填写' }).click()
      if (kind === '大厅') await picture(admin, 'halls')
      await window.getByRole('button', { name: '保存' }).click()
      await admin.getByRole('row', { name: new RegExp(name) }).waitFor()
    }
  }))

  it('3 people: the staff list, then a sheet of first passwords; a clerk signs in with his', pictured(async () => {
    await tryFile(admin, 'people', staffList())
    expect(await counted(admin, '新增')).toBe(offices().length + 2 * 34)
    expect(await counted(admin, '有错')).toBe(0)
    await writeGood(admin)
    await admin.goto('/accounts?role=WINDOW_CLERK')
    await admin.getByRole('button', { name: /初始密码/ }).click()
    const slips = admin.getByRole('region', { name: '初始密码条' })
    await slips.first().waitFor()
    await expect.poll(() => slips.count()).toBe(offices().length)
    await picture(admin, 'people')
    const login = (await slips.first().locator('dt', { hasText: '登录名' }).locator('xpath=following-sibling::dd[1]').innerText()).trim()
    const password = (await slips.first().locator('.secret').innerText()).trim()
    await admin.getByRole('button', { name: '已记下' }).click()
    clerk = await newcomer()
    await signIn(clerk, { login, password, role: 'WINDOW_CLERK', unit: '' })
  }))
  let clerk: Page

  it('4 deputies: who stands in for a head on leave', pictured(async () => {
    await admin.goto('/accounts?q=fz.1.')
    await admin.getByRole('table', { name: '人员与账号' }).getByRole('link').first().click()
    await admin.getByRole('button', { name: '登记离岗' }).click()
    const form = admin.getByRole('dialog')
    await form.getByRole('combobox', { name: '代岗人' }).click()
    await admin.keyboard.type('经办')
    await admin.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await picture(admin, 'deputies')
    await form.getByRole('button', { name: '登记离岗' }).click()
    await admin.getByRole('table', { name: '请假与代岗' }).waitFor()
  }))

  it('5 calendar: the district’s own days come by file, and stand in the year', pictured(async () => {
    const days = [
      ['日期', '安排', '事由', '文号'],
      ['2026.12.7', '休息', '区运动会', '广安府办〔2026〕9号'],
      ['2026年12月12日', '上班', '区运动会补班', '广安府办〔2026〕9号'],
    ]
    await tryFile(admin, 'calendar', workbook('本区放假安排.xlsx', days))
    expect(await counted(admin, '新增')).toBe(2)
    await writeGood(admin)
    await admin.goto('/calendar?year=2026')
    await admin.getByText('区运动会补班').first().waitFor()
    await picture(admin, 'calendar')
  }))

  it('6 items: the published list as it came, with its two duplicate names and codes in every form', pictured(async () => {
    const items = publishedItems()
    const twice = items.map((item) => item.item_name).filter((name, at, all) => all.indexOf(name) !== at)
    expect(new Set(twice).size).toBe(2)
    await tryFile(admin, 'items', itemList())
    expect(await counted(admin, '新增')).toBe(1135)
    expect(await counted(admin, '有错')).toBe(0)
    await picture(admin, 'items')
    await writeGood(admin)
    expect(await counted(admin, '已新增')).toBe(1135)
    for (const name of new Set(twice)) {
      await admin.goto(`/items?q=${encodeURIComponent(name)}`)
      await expect.poll(() => admin.getByRole('link', { name, exact: true }).count()).toBe(2)
    }
  }))

  it('7 limits: the table goes out as xlsx, comes back filled in; the diff is what is applied, a wrong line comes back with its error', pictured(async () => {
    await admin.goto('/items')
    const path = await downloaded(admin, async () => {
      await admin.getByRole('button', { name: '导出时限确认表' }).click()
      await admin.getByRole('menuitem', { name: /Excel|xlsx/i }).click()
    })
    const rows = rowsOf(path)
    expect(rows.length).toBe(1136)
    fillIn(rows)
    await tryFile(admin, 'item-confirmations', workbook('时限确认表.xlsx', rows))
    expect(await counted(admin, '更新')).toBe(CONFIRMED)
    expect(await counted(admin, '有错')).toBe(1)
    expect(await counted(admin, '无变化')).toBe(1135 - CONFIRMED - 1)
    await admin.getByLabel('结果', { exact: true }).selectOption('CHANGED')
    await admin.getByRole('table', { name: '逐行结果' }).getByText(DOCUMENT).first().waitFor()
    await picture(admin, 'limits')
    await writeGood(admin)
    expect(await counted(admin, '已更新')).toBe(CONFIRMED)

    const back = rowsOf(await downloaded(admin, () => admin.getByRole('link', { name: '只下载有错的行' }).click()))
    const header = back.find((row) => row.includes('问题说明')) ?? []
    const wrong = back.at(-1) ?? []
    expect(wrong[header.indexOf('问题说明')]).toContain('承诺时限不得超过法定时限 20')
    expect(wrong[header.indexOf('承诺时限')]).toBe('30')
    wrong[header.indexOf('承诺时限')] = 10
    await tryFile(admin, 'item-confirmations', workbook('时限确认表-改正.xlsx', back))
    expect(await counted(admin, '更新')).toBe(1)
    await writeGood(admin)
  }))

  it('8 acceptance points: many items at all offices in one action, others by file', pictured(async () => {
    const confirmed = publishedItems().slice(0, CONFIRMED)
    await admin.goto(`/points?q=${encodeURIComponent(confirmed[0]?.item_name ?? '')}`)
    const rows = admin.getByRole('table', { name: '受理点' }).locator('tbody tr')
    await rows.first().getByRole('checkbox').check()
    await admin.getByRole('button', { name: '全选' }).click()
    await picture(admin, 'points')
    await admin.getByRole('button', { name: /^开通：1 个事项/ }).click()
    await admin.getByText(`已变更 ${offices().length + 1} 个受理关系`).waitFor()

    const points: Sheet = [['事项编码', '受理点', '委托下放', '文号']]
    for (const item of confirmed.slice(1)) for (const office of offices()) points.push([item.item_code, office, null, null])
    points.push([confirmed[1]?.item_code ?? '', '不存在的便民服务中心', null, null])
    await tryFile(admin, 'acceptance-points', workbook('受理点.xlsx', points))
    expect(await counted(admin, '新增')).toBe((CONFIRMED - 1) * offices().length)
    expect(await counted(admin, '有错')).toBe(1)
    await writeGood(admin)
  }))

  it('9 papers: the receipt as the district will print it', pictured(async () => {
    await admin.goto('/paper-templates')
    await admin.getByRole('heading', { level: 1 }).waitFor()
    await admin.getByRole('button', { name: '预览' }).first().waitFor()
    await picture(admin, 'papers')
  }))

  it('10 the past: cases of the province’s platform; each date that differs says why', pictured(async () => {
    const item = publishedItems()[1]
    const [office] = offices()
    const line = (no: number) => {
      const due = no % 5 === 0 ? null : '2026-10-08' // not every platform tells one
      return ['省平台', `SC-${no}`, item?.item_code ?? '', office ?? '', `申请人${no}`, null, null, '2026-09-28 10:30', due, '2026-10-09 10:00', '准予']
    }
    const past = [
      ['来源', '办件编号', '事项编码', '受理单位', '申请人', '证件类型', '证件号码', '受理时间', '到期日', '决定时间', '结果'],
      ['省平台', 'SC-1', item?.item_code ?? '', office ?? '', '张三', '居民身份证', APPLICANT.idCard, '2026-09-28 09:30', '2026-10-08', '2026-10-08 10:00', '准予'],
      ...Array.from({ length: PAST - 1 }, (_, index) => line(index + 2)),
    ]
    await tryFile(admin, 'cases', workbook('去年办件.xlsx', past))
    expect(await counted(admin, '有错')).toBe(0)
    expect(await counted(admin, '新增')).toBe(PAST)
    await writeGood(admin, 600_000)
    expect(await counted(admin, '有说明')).toBe(past.slice(1).filter((row) => row[8] === '2026-10-08').length)
    await admin.getByRole('checkbox', { name: /^只看有说明的行/ }).check()
    const noted = admin.getByRole('table', { name: '逐行结果' })
    await noted.getByText('SC-5', { exact: true }).waitFor({ state: 'detached' })
    await noted.getByText(/来源平台到期日 2026-10-08，本系统重算为/).first().waitFor()
    await picture(admin, 'past')
  }), 900_000)

  it('a clerk accepts a case on a confirmed item; its day is reckoned over the district’s own days', pictured(async () => {
    const item = publishedItems()[2]
    const accepted = await acceptByKeyboard(clerk, item?.item_name ?? '', APPLICANT.name, APPLICANT.idCard)
    expect(accepted.number.replace(/\s/g, '')).toMatch(new RegExp(`^${REAL_DISTRICT}`))
    expect(await factOfCase(clerk, '适用事项版本')).toBe('第 2 版')
  }))
})

/** Confirms the first lines in the order of the published list, one of them with a promise above the law. */
function fillIn(rows: Sheet): void {
  const header = rows[0] ?? []
  const at = (name: string) => header.indexOf(name)
  const place = new Map(rows.map((row) => [row[at('事项编码')], row]))
  publishedItems()
    .slice(0, CONFIRMED + 1)
    .forEach((item, no) => {
      const row = place.get(item.item_code)
      if (!row) throw new Error(`${item.item_code} is not in the table`)
      row[at('法定时限')] = 20
      row[at('承诺时限')] = no === CONFIRMED ? 30 : 5
      row[at('确认文号')] = DOCUMENT
    })
}
