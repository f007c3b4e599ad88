import { expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'
import { go, signedIn, signIn } from './staff'

withBrowser()

// the demo district's year has clocks of every light: its rungs fire when the service starts
it('a clock that turned yellow is in the clerk’s inbox, and opens the case', pictured(async () => {
  const clerk = await signedIn(accountFor(inject('demo'), 'WINDOW_CLERK', '云溪街道'))
  await go(clerk, '/inbox')
  const lines = clerk.getByRole('table', { name: '消息' }).locator('tbody tr')
  await expect.poll(async () => {
    await clerk.reload()
    return lines.first().waitFor({ timeout: 3_000 }).then(() => lines.count(), () => 0)
  }, { timeout: 60_000 }).toBeGreaterThan(0)
  const unread = async () => Number((await clerk.locator('.unread-count').innerText()).replace('+', ''))
  const before = await unread()
  const link = lines.getByRole('link', { name: /^(临期|超期)：/ }).first()
  await hasNoBarriers(clerk, '/inbox with lines')
  await link.click()
  await clerk.waitForURL(/\/cases\//)
  await clerk.locator('.case-title').waitFor()
  if (before < 99) await expect.poll(unread).toBe(before - 1)
  await clerk.getByRole('tab', { name: '谁会收到提醒' }).click()
  await clerk.getByRole('table', { name: '变为“临期”时' }).locator('tbody tr').first().waitFor()
  await clerk.getByRole('table', { name: '变为“超期”时' }).locator('tbody tr').first().waitFor()
}))

it('reads on a phone', pictured(async () => {
  const officer = await person(PHONE)
  await signIn(officer, accountFor(inject('demo'), 'DEPARTMENT_OFFICER'))
  for (const route of ['/inbox', '/notices']) {
    await go(officer, route)
    await officer.locator('h1').first().waitFor()
    await officer.waitForLoadState('networkidle')
    await fitsTheScreen(officer)
    await hasNoBarriers(officer, `${route} on a phone`)
  }
}))

it('the administrator sets the quiet hours and adds a robot, and sees what left', pictured(async () => {
  const admin = await signedIn(accountFor(inject('demo'), 'DISTRICT_ADMIN'))
  await go(admin, '/notices')
  const district = admin.getByRole('region', { name: '本区设置' })
  await district.getByLabel('免打扰开始').fill('21:30')
  await district.getByRole('button', { name: '保存' }).click()
  await expect.poll(async () => {
    await admin.reload()
    return district.getByLabel('免打扰开始').inputValue()
  }).toBe('21:30')
  await admin.getByRole('button', { name: '添加通道' }).click()
  const window = admin.getByRole('dialog')
  await window.getByLabel('名称').fill('效能群')
  await window.getByLabel('网址').fill('file:///etc/passwd')
  await window.getByRole('button', { name: '保存' }).click()
  await window.getByText(/网址/).nth(1).waitFor()
  await window.getByLabel('网址').fill('https://robot.example.com/send?key=abc')
  await window.getByRole('button', { name: '保存' }).click()
  await admin.getByRole('table', { name: '群机器人和 Webhook' }).getByText('robot.example.com').waitFor()
  await go(admin, '/deliveries')
  await admin.getByRole('heading', { level: 1, name: '发送记录' }).waitFor()
}))
