import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { fitsTheScreen } from './phone'
import { acceptByKeyboard, openCase, signedIn, type Accepted } from './staff'

withBrowser()

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, '%')])
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200_000)])

const rows = (page: Page) => page.getByRole('table', { name: '附件' }).getByRole('row')

async function attachmentsOf(page: Page, accepted: Accepted): Promise<void> {
  await openCase(page, accepted)
  await page.getByRole('tab', { name: '附件' }).click()
}

describe('papers of a case', () => {
  const accounts = inject('demo')
  let clerk: Page
  let phone: Page
  let accepted: Accepted
  let link: string

  beforeAll(async () => {
    phone = await person(PHONE)
  })

  it('a file is uploaded at the window and listed with what it is for', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    accepted = await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
    await attachmentsOf(clerk, accepted)
    const box = clerk.getByRole('region', { name: '上传附件' })
    await box.getByLabel('对应材料').selectOption({ index: 1 })
    await box.locator('input[type=file]').setInputFiles({ name: '申请表·原件.pdf', mimeType: 'application/pdf', buffer: PDF })
    await clerk.getByRole('cell', { name: '申请表·原件.pdf', exact: true }).waitFor()
    await expect.poll(() => rows(clerk).last().innerText()).toContain('2.9 MB')
    await hasNoBarriers(clerk, 'case, attachments')
  }))

  it('a renamed program is refused by its content, in words', pictured(async () => {
    const box = clerk.getByRole('region', { name: '上传附件' })
    await box.locator('input[type=file]').setInputFiles({ name: '身份证.jpg', mimeType: 'image/jpeg', buffer: PROGRAM })
    await box.getByText('「身份证.jpg」的内容是可执行程序').waitFor()
    await box.getByRole('button', { name: '取消' }).click()
    await expect.poll(() => rows(clerk).count()).toBe(2)
  }))

  it('the window shows a code; the phone opens it and sees what it is for, and no name', pictured(async () => {
    await clerk.getByRole('button', { name: '手机拍照上传' }).click()
    const window = clerk.getByRole('dialog')
    await window.getByRole('button', { name: '生成二维码' }).click()
    link = (await window.locator('.url').innerText()).trim()
    expect(new URL(link).hash).toMatch(/^#[\w-]{43}$/)
    await phone.goto(link)
    await phone.getByRole('heading', { name: '拍照上传材料' }).waitFor()
    await phone.getByText(accepted.item).waitFor()
    expect(await phone.content()).not.toContain(APPLICANT.name)
    await fitsTheScreen(phone)
    await hasNoBarriers(phone, 'photos by phone')
  }))

  it('photos arrive one by one, also over a broken line, and the window sees them come', pictured(async () => {
    const picture = await clerk.screenshot()
    const photos = [1, 2].map((n) => ({ name: `IMG_${n}.png`, mimeType: 'image/png', buffer: picture }))
    await phone.getByLabel('从相册选').setInputFiles(photos)
    await expect.poll(() => phone.getByText('窗口已收到').count()).toBe(2)
    await phone.context().setOffline(true)
    await phone.getByLabel('拍一张').setInputFiles(photos.slice(0, 1))
    await phone.getByText('网络中断，恢复后自动继续').waitFor()
    await phone.context().setOffline(false)
    await expect.poll(() => phone.getByText('窗口已收到').count(), { timeout: 40_000 }).toBe(3)
    await hasNoBarriers(phone, 'photos sent')

    const window = clerk.getByRole('dialog')
    await window.getByText('已收到 3 张照片').waitFor()
    await window.getByRole('button', { name: '关闭' }).last().click()
    await expect.poll(() => rows(clerk).count()).toBe(5)
  }))

  it('a photo opens for the clerk; the administrator sees that it is there and nothing more', pictured(async () => {
    const [shown] = await Promise.all([
      clerk.waitForEvent('popup'),
      clerk.getByRole('button', { name: '打开 照片 1.jpg' }).click(),
    ])
    await shown.waitForURL(/\/files\/download\//)
    await shown.locator('img').waitFor()
    await shown.close()

    const admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await attachmentsOf(admin, accepted)
    await admin.getByRole('cell', { name: '附件 1', exact: true }).waitFor()
    expect(await admin.locator('main').innerText()).not.toContain('申请表')
    await expect.poll(() => admin.getByRole('button', { name: /^打开/ }).count()).toBe(0)
  }))

  it('a file is taken back with a reason', pictured(async () => {
    await clerk.getByRole('button', { name: '撤回 申请表·原件.pdf' }).click()
    const window = clerk.getByRole('dialog')
    await window.getByLabel('原因').fill('传错了办件')
    await window.getByRole('button', { name: '撤 回' }).or(window.getByRole('button', { name: '撤回', exact: true })).first().click()
    await window.waitFor({ state: 'hidden' })
    await expect.poll(() => rows(clerk).count()).toBe(4)
  }))
})
