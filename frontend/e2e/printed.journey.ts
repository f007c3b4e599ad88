import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, actAside, go, signedIn } from './staff'

withBrowser()

const row = (page: Page, title: string) => page.getByRole('table', { name: '文书' }).getByRole('row').filter({ hasText: title })

/** Presses a button that opens a file in a window of its own, and answers what the server sent there. */
async function opened(page: Page, button: string): Promise<{ status: number; type: string }> {
  const [answer] = await Promise.all([
    page.context().waitForEvent('response', (response) => response.url().includes('/files/download/')),
    page.getByRole('button', { name: new RegExp(`^${button}`) }).first().click(),
  ])
  return { status: answer.status(), type: answer.headers()['content-type'] ?? '' }
}

describe('printed papers', () => {
  const accounts = inject('demo')
  let clerk: Page
  let admin: Page

  it('the clerk issues a notice of acceptance and opens it as PDF and as Word', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
    await clerk.getByRole('tab', { name: '文书' }).click()
    await clerk.getByRole('button', { name: '受理通知书', exact: true }).click()
    await clerk.getByText(/已出具 受理通知书 〔\d{4}〕受\d+号/).waitFor()
    await expect.poll(() => clerk.getByRole('button', { name: '准予决定书' }).count()).toBe(0)
    await hasNoBarriers(clerk, 'case, papers')
    expect(await opened(clerk, 'PDF 受理通知书')).toEqual({ status: 200, type: 'application/pdf' })
    expect((await opened(clerk, 'Word 受理通知书')).status).toBe(200)
  }))

  it('a printed supplement notice is the one on record, once', pictured(async () => {
    const issue = clerk.getByRole('button', { name: '一次性补正告知书', exact: true })
    expect(await issue.count()).toBe(0)
    await actAside(clerk, '一次性补正告知', async (window) => {
      await window.getByLabel('需要补正的全部内容').fill('户口簿复印件\n近期照片两张')
      await window.getByLabel('补正期限').fill('2099-01-04')
      await window.getByLabel('再次告知或受理后告知的原因').fill('受理后发现照片不符')
    })
    await clerk.reload()
    await clerk.getByRole('tab', { name: '文书' }).click()
    await issue.click()
    await clerk.getByText(/已出具 一次性补正告知书/).waitFor()
    await expect.poll(() => row(clerk, '一次性补正告知书').count()).toBe(1)
    await expect.poll(() => issue.count()).toBe(0)
  }))

  it('the administrator sees a text as the paper it makes, saves it as the next version; unknown fields are named', pictured(async () => {
    admin = await signedIn(accountFor(accounts, 'DISTRICT_ADMIN'))
    await go(admin, '/paper-templates')
    const body = admin.getByLabel('正文')
    await body.waitFor()
    await admin.getByRole('button', { name: /预\s*览/ }).click()
    await admin.getByRole('img', { name: '收件凭证样张' }).waitFor()
    const before = await body.inputValue()
    await body.fill(`${before}\n{姓名}`)
    await admin.getByRole('button', { name: /^保存为第/ }).click()
    await admin.getByText('没有这些字段：{姓名}').waitFor()
    await body.fill(`${before}\n服务监督电话：12345。`)
    await admin.getByRole('button', { name: '保存为第 2 版' }).click()
    await admin.getByRole('button', { name: '保存为第 3 版' }).waitFor()
    await expect.poll(() => admin.getByLabel('正文').inputValue()).toContain('12345')
  }))

  it('the storage screen tells what is kept of what may be', pictured(async () => {
    await go(admin, '/storage')
    await admin.getByRole('cell', { name: '系统打印的文书' }).waitFor()
    await admin.getByText(/上限 20\.00 GB/).waitFor()
    await admin.getByText('未配置病毒扫描').waitFor()
    await hasNoBarriers(admin, '/storage')
  }))
})
