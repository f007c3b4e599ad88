import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor, type Account } from './accounts'
import { application } from './application'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'
import { signIn } from './staff'

withBrowser()

const run = Math.random().toString(36).slice(2, 8)

/** RFC 6238, as the phone would compute it. */
function totp(base32: string, at = Date.now()): string {
  const bits = [...base32].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => parseInt(octet, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', secret).update(counter).digest()
  return ((hash.readUInt32BE((hash[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0')
}

/** A device with a fingerprint reader, in Chromium itself. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

describe('account security', () => {
  const login = `he.jing.${run}`
  let admin: Page
  let clerk: Page
  let newcomer: Account
  let secret = ''
  let recovery = ''
  let lastCode = ''
  const password = `Journey-${run}-7`

  beforeAll(async () => {
    ;[admin, clerk] = await Promise.all([person(), person()])
    await signIn(admin, accountFor(inject('demo'), 'DISTRICT_ADMIN'))
    await withAuthenticator(clerk)
  })

  async function firstStep(page: Page): Promise<void> {
    await page.goto('/')
    await page.getByLabel('登录名').fill(login)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '第二步：验证' }).waitFor()
  }

  /** A code that has not been used yet. */
  async function freshCode(): Promise<string> {
    await expect.poll(() => totp(secret) !== lastCode, { timeout: 35_000, interval: 500 }).toBe(true)
    lastCode = totp(secret)
    return lastCode
  }

  const inside = (page: Page) => page.getByRole('navigation', { name: '主导航' }).first().waitFor()

  it('a newcomer sets up a code generator and is shown recovery codes once', pictured(async () => {
    await admin.goto('/accounts')
    await admin.getByRole('button', { name: '开设账号' }).click()
    const form = admin.getByRole('dialog')
    await form.getByLabel('姓名').fill('何静')
    await form.getByLabel('登录名').fill(login)
    await form.getByRole('combobox', { name: '角色' }).click()
    await admin.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '审计' }).first().click()
    await form.getByRole('button', { name: '开设账号' }).click()
    const first = (await admin.locator('.secret').innerText()).trim()
    newcomer = { login, password: first, role: 'AUDITOR', unit: '' }
    await clerk.goto('/')
    await clerk.getByLabel('登录名').fill(newcomer.login)
    await clerk.getByLabel('密码', { exact: true }).fill(newcomer.password)
    await clerk.getByRole('button', { name: '登录', exact: true }).click()
    await clerk.getByLabel('原密码').fill(first)
    await clerk.getByLabel('新密码', { exact: true }).fill(password)
    await clerk.getByLabel('再输一次新密码').fill(password)
    await clerk.getByRole('button', { name: '修改密码' }).click()
    await inside(clerk)

    await clerk.getByRole('link', { name: '账号安全' }).first().click()
    await clerk.getByRole('button', { name: '设置验证器' }).click()
    await clerk.getByRole('img', { name: '用验证器扫描二维码' }).waitFor()
    secret = (await clerk.locator('.totp-secret').innerText()).replace(/\s/g, '')
    await hasNoBarriers(clerk, '/security (setting up)')
    await clerk.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/security-qr.png`, fullPage: true })
    await clerk.getByLabel('验证码').fill(await freshCode())
    await clerk.getByRole('button', { name: '启用' }).click()
    const codes = clerk.getByRole('dialog', { name: '恢复码' })
    await codes.waitFor()
    await expect.poll(() => codes.locator('.recovery-codes li').count()).toBe(10)
    recovery = await codes.locator('.recovery-codes li').first().innerText()
    await hasNoBarriers(clerk, '/security (recovery codes)')
    await codes.getByRole('button', { name: '已保存好' }).click()
    await clerk.getByText('已启用').waitFor()
    await clerk.getByText('还剩 10 个').waitFor()
  }))

  it('signs in with password and code; a used code is refused, a recovery code is taken', pictured(async () => {
    const other = await person(PHONE)
    await firstStep(other)
    await hasNoBarriers(other, '/ (second step)')
    await fitsTheScreen(other)
    await other.getByLabel('验证码或恢复码').fill(lastCode)
    await other.getByRole('button', { name: '验证并登录' }).click()
    await other.getByText('验证码不对，或已经用过').waitFor()
    await other.getByLabel('验证码或恢复码').fill(await freshCode())
    await other.getByRole('button', { name: '验证并登录' }).click()
    await other.getByRole('button', { name: '菜单' }).waitFor()
    await other.context().close()

    const lost = await person()
    await firstStep(lost)
    await lost.getByLabel('验证码或恢复码').fill(recovery)
    await lost.getByRole('button', { name: '验证并登录' }).click()
    await inside(lost)
    await lost.context().close()
  }))

  it('registers a passkey and signs in by it alone', pictured(async () => {
    await clerk.goto('/security')
    await clerk.getByLabel('名称').fill('办公室电脑')
    await clerk.getByRole('button', { name: '登记通行密钥' }).click()
    await clerk.getByRole('table', { name: '通行密钥' }).getByText('办公室电脑').first().waitFor()
    await hasNoBarriers(clerk, '/security (with a passkey)')
    await clerk.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/security.png`, fullPage: true })

    await clerk.getByRole('button', { name: '退出' }).click()
    await clerk.getByRole('button', { name: '使用通行密钥' }).click()
    await inside(clerk)
    await clerk.getByText('何静').first().waitFor()
    await clerk.goto('/security')
    await clerk.getByRole('table', { name: '通行密钥' }).getByText('从未').waitFor({ state: 'detached' })
  }))

  it('the administrator resets a colleague, who signs in with the password alone', pictured(async () => {
    await admin.goto(`/accounts?q=${login}`)
    await admin.getByRole('button', { name: `重置两步验证 ${login}` }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await admin.getByRole('button', { name: `重置两步验证 ${login}` }).waitFor({ state: 'detached' })
    await clerk.goto('/security')
    await clerk.getByLabel('登录名').fill(login)
    await clerk.getByLabel('密码', { exact: true }).fill(password)
    await clerk.getByRole('button', { name: '登录', exact: true }).click()
    await inside(clerk)
    await clerk.goto('/security')
    await clerk.getByText('未设置').waitFor()
  }))
  it('the administrator registers a partner system, whose secret is shown once, and disables it', pictured(async () => {
    const name = `市一体化平台 ${run}`
    await admin.goto('/partners')
    await admin.getByRole('button', { name: '登记系统' }).click()
    const form = admin.getByRole('dialog')
    await form.getByLabel('系统名称').fill(name)
    await form.getByRole('combobox', { name: '收件单位' }).click()
    await admin.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await form.getByRole('button', { name: '登记系统' }).click()
    const once = admin.getByRole('dialog', { name: `已登记${name}` })
    await once.waitFor()
    const [clientId = '', secret = ''] = await once.locator('code').allInnerTexts()
    await once.getByRole('button', { name: '复制密钥' }).click()
    await once.getByText('已复制').waitFor()
    await hasNoBarriers(admin, '/partners (secret)')
    const ask = () =>
      fetch(`${inject('base')}/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'case.read' }),
      }).then((answer) => answer.status)
    expect(await ask()).toBe(200)
    await admin.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/partners-secret.png`, fullPage: true })
    await once.getByRole('button', { name: '已保存好' }).click()

    const operator = await person()
    await signIn(operator, accountFor(inject('demo'), 'PLATFORM_OPERATOR'))
    await operator.getByRole('link', { name: '对接请求登记' }).first().waitFor()
    await operator.getByLabel('客户端编号').fill(clientId)
    await operator.getByRole('button', { name: '查看' }).click()
    await operator.getByText('还没有登记请求').waitFor()
    await operator.getByRole('button', { name: '增加一份' }).click()
    await operator.getByLabel('第 1 份请求').fill('{ units { name } }')
    await operator.getByRole('button', { name: '登记这些请求' }).click()
    await operator.getByText(/units 不向对接系统开放/).waitFor()
    await operator.getByLabel('第 1 份请求').fill('query($no: String!) { caseByForeignNo(foreignNo: $no) { number status } }')
    await operator.getByRole('button', { name: '登记这些请求' }).click()
    await operator.getByText('已登记，十秒内生效').waitFor()
    const hash = await operator.locator('code.url').innerText()
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    await hasNoBarriers(operator, '/operator/documents')
    await operator.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/operator-documents.png`, fullPage: true })
    await operator.goto('/operator/storage')
    await operator.getByLabel('区县代码（6 位）').fill('990101')
    await operator.getByRole('button', { name: '查看' }).click()
    await operator.getByLabel('单个文件上限（MB）').fill('200')
    await operator.getByRole('button', { name: '保存上限' }).click()
    await operator.getByText('已保存，立即生效').waitFor()
    await operator.getByText('200.0 MB（单独设置）').waitFor()
    await operator.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/operator-storage.png`, fullPage: true })

    const list = admin.getByRole('table', { name: '对接系统' })
    await list.getByText(clientId).waitFor()
    expect(await admin.content()).not.toContain(secret)
    await admin.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/partners.png`, fullPage: true })
    await admin.setViewportSize({ width: 360, height: 740 })
    await fitsTheScreen(admin)
    await admin.screenshot({ path: `${process.env.PICTURES ?? '/tmp'}/partners-phone.png`, fullPage: true })
    await admin.getByRole('button', { name: `停用 ${name}` }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await admin.getByRole('button', { name: `停用 ${name}` }).waitFor({ state: 'detached' })
    await list.getByText('已停用').first().waitFor()
    expect(await ask()).toBe(401)
  }))

  it('somebody signs in at another application of the district with the account here, and is sent back to it', pictured(async () => {
    const base = inject('base')
    const app = await application(base)
    try {
      const name = `办公系统 ${run}`
      await admin.setViewportSize({ width: 1280, height: 800 })
      await admin.goto('/partners')
      await admin.getByRole('button', { name: '登记应用' }).click()
      const form = admin.getByRole('dialog')
      await form.getByLabel('应用名称').fill(name)
      await form.getByLabel('回调地址').fill('http://oa.example/back')
      await form.getByRole('button', { name: '登记应用' }).click()
      await form.getByText(/回调地址须是完整的 https 地址/).waitFor()
      await form.getByLabel('回调地址').fill(app.address)
      await form.getByRole('button', { name: '登记应用' }).click()
      const once = admin.getByRole('dialog', { name: `已登记${name}` })
      await once.waitFor()
      const [clientId = '', secret = ''] = await once.locator('code').allInnerTexts()
      await hasNoBarriers(admin, '/partners (application)')
      await once.getByRole('button', { name: '已保存好' }).click()
      app.client(clientId, secret)

      const officer = accountFor(inject('demo'), 'DEPARTMENT_OFFICER')
      const somebody = await person()
      await somebody.goto(app.start(clientId))
      await somebody.getByLabel('登录名').fill(officer.login)
      await somebody.getByLabel('密码', { exact: true }).fill(officer.password)
      await somebody.getByRole('button', { name: '登录', exact: true }).click()
      await somebody.getByText(/^欢迎 .+ DEPARTMENT_OFFICER 990101$/).waitFor()

      await admin.getByRole('button', { name: `停用 ${name}` }).click()
      await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click()
      await admin.getByRole('button', { name: `停用 ${name}` }).waitFor({ state: 'detached' })
      const answer = await somebody.goto(app.start(clientId))
      expect(answer?.status()).toBe(400)
    } finally {
      await app.stop()
    }
  }))
})
