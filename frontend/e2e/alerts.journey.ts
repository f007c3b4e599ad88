import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { pictured, settled, withBrowser } from './browser'
import { APPLICANT } from './people'
import { acceptByKeyboard, act, actAside, findCase, go, openCase, signedIn, statusOf, type Accepted } from './staff'

withBrowser()

const PROOF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10_000, '%')])

/** Supervision's rules run every few seconds: the list is asked until they have. */
async function openAlert(page: Page, accepted: Accepted, rule: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await go(page, '/alerts')
        await page.locator('table.records, .ant-empty').first().waitFor()
        return page.getByRole('row').filter({ hasText: accepted.number }).filter({ hasText: rule }).count()
      },
      { timeout: 40_000, interval: 2_000 },
    )
    .toBe(1)
  await page.getByRole('row').filter({ hasText: accepted.number }).getByRole('link', { name: rule }).click()
  await page.getByRole('heading', { level: 1, name: rule }).waitFor()
  await settled(page)
}

/** Presses one of the alert's buttons and confirms. */
async function say(page: Page, what: string, fill: (window: Locator) => Promise<void>): Promise<void> {
  await page.locator('.page-actions').getByRole('button', { name: what, exact: true }).click()
  const window = page.getByRole('dialog')
  await fill(window)
  await window.getByRole('button', { name: what, exact: true }).click()
  await window.waitFor({ state: 'hidden' })
}

async function stateOf(page: Page): Promise<string> {
  return page.locator('dt', { hasText: /^状态$/ }).locator('xpath=following-sibling::dd[1]').innerText()
}

describe('alerts', () => {
  const accounts = inject('demo')
  let supervisor: Page
  let clerk: Page
  let officer: Page
  let hasty: Accepted
  let voided: Accepted

  beforeAll(async () => {
    supervisor = await signedIn(accountFor(accounts, 'SUPERVISOR'))
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
  })

  async function switchOn(rule: string, fill?: (form: Locator) => Promise<void>): Promise<void> {
    await go(supervisor, '/alert-rules')
    await supervisor.getByRole('row').filter({ hasText: rule }).getByRole('button').click()
    const form = supervisor.getByRole('dialog')
    await form.getByLabel('启用').check()
    await fill?.(form)
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })
    await supervisor.getByRole('row').filter({ hasText: rule }).getByText('已启用').waitFor()
  }

  it('supervision tries a rule on last month before switching it on; trying raises nothing', pictured(async () => {
    await go(supervisor, '/alerts')
    await go(supervisor, '/alert-rules')
    await supervisor.getByRole('row').filter({ hasText: '受理即办结' }).getByRole('button').click()
    const form = supervisor.getByRole('dialog')
    await form.getByRole('button', { name: '试算上述期间' }).click()
    await form.getByText(/检查办件 \d+ 件，会发出预警 \d+ 条/).waitFor()
    await hasNoBarriers(supervisor, '/alert-rules (trial)')
    await form.getByRole('button', { name: '取消' }).click()
    await supervisor.getByRole('row').filter({ hasText: '受理即办结' }).getByText('未启用').waitFor()
  }))

  it('a case decided at once is found; the department answers, supervision accepts', pictured(async () => {
    await switchOn('受理即办结', (form) => form.getByLabel('受理至办结不足（秒）').fill('3600'))
    hasty = await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
    await act(clerk, '上报')
    await expect.poll(() => statusOf(clerk)).toBe('已上报待签收')
    officer = await signedIn(accountFor(accounts, 'DEPARTMENT_OFFICER', hasty.decideUnit))
    await findCase(officer, hasty)
    await act(officer, '签收')
    await expect.poll(() => statusOf(officer)).toBe('部门已签收')
    await act(officer, '作出决定', (window) => window.getByRole('radio', { name: '准予', exact: true }).check())
    await expect.poll(() => statusOf(officer)).toBe('已决定待送达')

    await openAlert(officer, hasty, '受理即办结')
    await hasNoBarriers(officer, '/alerts/…')
    await say(officer, '答复', async (window) => {
      await window.getByLabel('原因').fill('申请人现场等候，当场审结')
      await window.getByLabel('采取的措施').fill('已向窗口核实，材料齐全')
      await window.locator('input[type=file]').setInputFiles({ name: '核查记录.pdf', mimeType: 'application/pdf', buffer: PROOF })
      await window.locator('.ant-select').getByText('核查记录.pdf').waitFor()
    })
    await expect.poll(() => stateOf(officer)).toBe('已答复待审核')

    await openCase(officer, hasty)
    await officer.getByRole('tab', { name: '预警', exact: true }).click()
    await officer.getByRole('table', { name: '预警' }).getByRole('link', { name: '受理即办结' }).waitFor()
    await hasNoBarriers(officer, 'case, alerts')

    await openAlert(supervisor, hasty, '受理即办结')
    const [proof] = await Promise.all([supervisor.waitForEvent('popup'), supervisor.getByRole('button', { name: '打开 核查记录.pdf' }).click()])
    await proof.close()
    await say(supervisor, '审核', (window) => window.getByRole('radio', { name: '采纳' }).check())
    await expect.poll(() => stateOf(supervisor)).toBe('已采纳')
  }))

  it('the clerk appeals an alert as false; supervision grants it, and the rate says so', pictured(async () => {
    await switchOn('办件作废')
    voided = await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
    await actAside(clerk, '终止办理', async (window) => {
      await window.getByRole('radio', { name: /作废/ }).check()
      await window.getByRole('textbox').fill('录入重复')
    })
    await expect.poll(() => statusOf(clerk)).toBe('已作废')

    await openAlert(clerk, voided, '办件作废')
    await say(clerk, '申诉误报', async (window) => {
      await window.getByRole('radio', { name: '系统故障' }).check()
      await window.getByLabel('原因').fill('网络中断后重复提交')
    })
    await expect.poll(() => stateOf(clerk)).toBe('申诉待审核')

    await openAlert(supervisor, voided, '办件作废')
    await say(supervisor, '审核', (window) => window.getByRole('radio', { name: '认定误报' }).check())
    await expect.poll(() => stateOf(supervisor)).toBe('认定误报')
    await go(supervisor, '/alert-rules')
    await supervisor.getByRole('row').filter({ hasText: '办件作废' }).getByText('100.0 % (1/1)').first().waitFor()
  }))

  it('alerts of one cause are appealed together and granted together', pictured(async () => {
    const cases: Accepted[] = []
    for (let i = 0; i < 2; i++) {
      const accepted = await acceptByKeyboard(clerk, '临时救助', APPLICANT.name, APPLICANT.idCard)
      await actAside(clerk, '终止办理', async (window) => {
        await window.getByRole('radio', { name: /作废/ }).check()
        await window.getByRole('textbox').fill('系统故障重复录入')
      })
      cases.push(accepted)
    }
    for (const page of [clerk, supervisor]) {
      for (const one of cases) await openAlert(page, one, '办件作废')
      await go(page, '/alerts')
      for (const one of cases) await page.getByRole('row').filter({ hasText: one.number }).getByRole('checkbox').check()
      await hasNoBarriers(page, '/alerts (chosen)')
      const what = page === clerk ? '申诉' : '审核'
      await page.getByRole('button', { name: `${what}所选 2 条` }).click()
      const window = page.getByRole('dialog')
      await window.getByRole('radio', { name: page === clerk ? '系统故障' : '认定误报' }).check()
      if (page === clerk) await window.getByLabel('原因').fill('上午网络中断，重复提交')
      await window.getByRole('button', { name: page === clerk ? '申诉误报' : '审核', exact: true }).click()
      await page.getByText('已处理 2 条。').waitFor()
    }
    for (const one of cases) await expect.poll(() => supervisor.getByRole('row').filter({ hasText: one.number }).innerText()).toContain('认定误报')
  }))
})
