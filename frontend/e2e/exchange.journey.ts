import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'
import { go, signedIn, visit } from './staff'

withBrowser()

/** As a district's office sends it: a title, a header of two merged rows, groups, a total, a note, mistakes. */
const UGLY = [
  '某区2026年度机构编制一览表,,,',
  '填报单位：区委编办,,,2026年3月',
  '序号,单位 名称*,编制情况,',
  ',,机构编码,类别',
  '一、政府工作部门,,,',
  '1,区退役军人事务局(演练),07、11510,部门',
  '2,区·民族宗教𪚥局(演练),,部门',
  '3,,99,部门',
  '4,区退役军人事务局(演练),08,科室',
  '小计,4,,',
  '注：以三定方案为准,,,',
].join('\r\n')

const gb18030 = (text: string) => execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text })

describe('files in and out', () => {
  let admin: Page

  beforeAll(async () => {
    admin = await signedIn(accountFor(inject('demo'), 'DISTRICT_ADMIN'))
  })

  it('an ugly sheet is looked at, tried, its good lines written, and taken back', pictured(async () => {
    await go(admin, '/queue?unit=all') // its select has asked for the units
    await go(admin, '/imports?kind=units')
    await admin.getByLabel(/把文件拖到这里/).setInputFiles({ name: '机构编制一览表.csv', mimeType: 'text/csv', buffer: gb18030(UGLY) })
    await admin.waitForURL(/\/imports\/.+/)
    await admin.getByRole('heading', { level: 1, name: '机构编制一览表.csv' }).waitFor()
    await admin.getByText('按 CSV（GB18030）读取').waitFor()
    await admin.getByLabel('“单位名称*”对应').waitFor()
    expect(await admin.getByLabel('表头从第几行').inputValue()).toBe('3')
    expect(await admin.getByLabel('到第几行').inputValue()).toBe('4')
    expect(await admin.getByLabel('“编制情况/机构编码”对应').inputValue()).toBe('codes')
    await hasNoBarriers(admin, '/imports/… (columns)')
    await admin.setViewportSize({ width: 360, height: 740 })
    await fitsTheScreen(admin)
    await admin.setViewportSize({ width: 1280, height: 800 })

    await admin.getByRole('button', { name: '试算', exact: true }).click()
    await admin.getByText('试算完成，尚未写入').waitFor()
    const lines = admin.getByRole('table', { name: '逐行结果' })
    await lines.getByText('单位名称：必填').waitFor()
    await lines.getByText('与第 6 行是同一条记录').waitFor()
    await lines.getByText('类别：须是：部门、政务服务中心、便民服务中心').waitFor()
    await expect.poll(() => lines.getByText('合计行').count()).toBe(1)
    await hasNoBarriers(admin, '/imports/… (dry run)')

    await admin.getByRole('button', { name: '只导入无误的 2 行' }).click()
    await admin.getByText('已导入', { exact: true }).waitFor()
    await admin.getByLabel('结果', { exact: true }).selectOption('CREATED')
    await lines.getByText('区·民族宗教𪚥局(演练)').waitFor()
    const here = new URL(admin.url()).pathname
    await go(admin, '/queue?unit=all')
    await admin.getByLabel('单位', { exact: true }).locator('option', { hasText: '区·民族宗教𪚥局(演练)' }).waitFor({ state: 'attached' })
    await visit(admin, here)

    await admin.getByRole('button', { name: '整体撤回' }).click()
    await admin.getByRole('tooltip').getByRole('button', { name: /确\s*定|OK/ }).click()
    await admin.getByText('已撤回', { exact: true }).first().waitFor()
  }))

  it('a list of items takes the department that it brought along with it when it is taken back', pictured(async () => {
    await go(admin, '/imports?kind=items')
    const list = '事项编码,事项名称,实施部门\r\nYL-1,演练事项,区海防局(演练)\r\n'
    await admin.getByLabel(/把文件拖到这里/).setInputFiles({ name: '事项清单(演练).csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await admin.waitForURL(/\/imports\/.+/)
    await admin.getByRole('button', { name: '试算', exact: true }).click()
    await admin.getByText('新部门“区海防局(演练)”，导入时建立').waitFor()
    await admin.getByRole('button', { name: '整体导入 1 行' }).click()
    await admin.getByText('已导入', { exact: true }).waitFor()
    await admin.getByRole('button', { name: '整体撤回' }).click()
    await admin.getByRole('tooltip').getByRole('button', { name: /确\s*定|OK/ }).click()
    await admin.getByText('导入时新建的部门一并撤回：区海防局(演练)。').waitFor()
    await hasNoBarriers(admin, '/imports/… (taken back)')
  }))

  it('the same file comes back with what became of each line', pictured(async () => {
    await go(admin, '/imports')
    await admin.getByRole('link', { name: '机构编制一览表.csv' }).first().click()
    const [report] = await Promise.all([
      admin.waitForEvent('download'),
      admin.getByRole('link', { name: '只下载有错的行' }).click(),
    ])
    const text = new TextDecoder('gb18030').decode(readFileSync(await report.path()))
    expect(text).toContain('导入结果,问题说明')
    expect(text).toContain('单位名称：必填')
    expect(text).not.toContain('民族宗教')
  }))

  it('a list leaves as a file that Excel reads', pictured(async () => {
    await go(admin, '/imports')
    await admin.getByLabel('导出数据').selectOption('units')
    const [file] = await Promise.all([
      admin.waitForEvent('download'),
      (async () => {
        await admin.getByRole('region', { name: '导出' }).getByRole('button', { name: /导\s*出/ }).click()
        await admin.getByRole('menuitem', { name: 'CSV' }).click()
      })(),
    ])
    expect(file.suggestedFilename()).toMatch(/^部门和单位-\d{4}-\d\d-\d\d\.csv$/)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.startsWith('\ufeff单位名称,类别,所属街道,单位编码')).toBe(true)
    expect(text).toContain('便民服务中心')
  }))

  it('a column that the file does not have gets one value for all lines; a wrong guess of the letters is read again', pictured(async () => {
    const file = 'name;kind\r\n区外事办(演练);x'
    await go(admin, '/imports?kind=units')
    await admin.getByLabel(/把文件拖到这里/).setInputFiles({ name: '外办.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await admin.getByRole('heading', { level: 1, name: '外办.csv' }).waitFor()
    await admin.getByText('文字显示不对？换一种方式读取').click()
    await admin.getByLabel('分隔符').selectOption('逗号')
    await admin.getByRole('button', { name: '重新读取' }).click()
    await admin.getByLabel('“name;kind”对应').waitFor()
    await admin.getByText('文字显示不对？换一种方式读取').click()
    await admin.getByLabel('分隔符').selectOption('分号')
    await admin.getByRole('button', { name: '重新读取' }).click()
    await admin.getByLabel('“kind”对应').selectOption('')
    await admin.getByLabel('还有').selectOption('类别')
    await admin.getByLabel('类别', { exact: true }).selectOption('政务服务中心')
    await hasNoBarriers(admin, '/imports/… (constants)')
    await admin.getByRole('button', { name: '试算', exact: true }).click()
    await admin.getByText('试算完成，尚未写入').waitFor()
    await admin.getByRole('table', { name: '逐行结果' }).getByText('政务服务中心').waitFor()
  }))

  it('every list leaves exactly as it is shown, to its last page', pictured(async () => {
    await go(admin, '/items?cols=department,name')
    const rows = admin.getByRole('table', { name: '事项' }).locator('tbody tr')
    await rows.first().waitFor()
    const [file] = await Promise.all([
      admin.waitForEvent('download'),
      (async () => {
        await admin.getByRole('button', { name: /^导\s*出$/ }).click()
        await admin.getByRole('menuitem', { name: 'CSV' }).click()
      })(),
    ])
    const lines = readFileSync(await file.path(), 'utf8').trim().split('\r\n')
    expect(lines[0]).toBe('决定部门,事项名称')
    expect(lines.length - 1).toBeGreaterThanOrEqual(await rows.count())
    expect(lines[1]).toBe(`${await rows.first().locator('td').first().innerText()},${await rows.first().locator('td').nth(1).innerText()}`)
  }))
})
