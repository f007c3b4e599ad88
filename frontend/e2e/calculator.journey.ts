import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { person, PHONE, pictured, withBrowser } from './browser'
import { fitsTheScreen } from './phone'

withBrowser()

describe('the calculator on a phone, without sign-in', () => {
  let phone: Page
  beforeAll(async () => {
    phone = await person(PHONE)
  })

  const answer = () => phone.locator('.answer .big').innerText()

  it('counts five working days over the National Day holiday of 2026 and says why each day counts or not', pictured(async () => {
    await phone.goto('/calculator')
    await phone.getByLabel('受理日期').fill('2026-09-29')
    await phone.getByLabel('期限', { exact: true }).fill('5')
    await phone.getByRole('button', { name: '计算', exact: true }).tap()
    await expect.poll(answer).toMatch(/2026年10月12日\s+星期一/)
    await phone.getByText('2026年10月10日 星期六').waitFor()
    const rows = await phone.getByRole('table').locator('tbody tr').allInnerTexts()
    expect(rows[0]).toMatch(/2026-09-29.*受理当天/s)
    expect(rows.find((row) => row.includes('10-01'))).toMatch(/不算.*国庆/s)
    expect(rows.find((row) => row.includes('10-10'))).toMatch(/算.*调休上班/s)
    await fitsTheScreen(phone)
  }))

  it('is opened by a link with its answer', pictured(async () => {
    const address = phone.url()
    expect(address).toContain('budget=5')
    const colleague = await person(PHONE)
    await colleague.goto(address)
    await colleague.getByText('星期一').first().waitFor()
    await expect.poll(() => colleague.locator('.answer .big').innerText()).toMatch(/2026年10月12日/)
  }))

  it('says when a date is provisional', pictured(async () => {
    await phone.goto('/calculator?unit=WORKING_DAYS&accepted=2026-12-25&budget=10')
    await expect.poll(answer).toMatch(/2027年1月11日\s+星期一\s+暂定/)
  }))

  it('has no due date while a pause is open, and tells at the field what is wrong', pictured(async () => {
    await phone.goto('/calculator?unit=WORKING_DAYS&accepted=2026-09-29&budget=5&pause=2026-10-09~')
    await phone.getByText('仍在暂停：没有到期日').waitFor()
    await phone.getByLabel('期限', { exact: true }).fill('3661')
    await phone.getByRole('button', { name: '计算', exact: true }).tap()
    await phone.getByText('应为 0 至 3660 的整数').waitFor()
    expect(await phone.getByLabel('期限', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  }))

  it('counts hours round the clock', pictured(async () => {
    await phone.goto('/calculator?unit=HOURS&accepted=2026-10-01T09:30&budget=48')
    await expect.poll(answer).toMatch(/2026年10月3日\s+星期六\s+09:30/)
  }))

  it('speaks English and prints large after one press each', pictured(async () => {
    await phone.goto('/calculator')
    await phone.getByRole('button', { name: 'English' }).tap()
    await phone.getByRole('heading', { name: 'Due date calculator' }).waitFor()
    await phone.getByRole('button', { name: 'Text: normal' }).tap()
    await expect.poll(() => phone.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px')
    await phone.getByRole('button', { name: 'Text: large' }).tap()
    await expect.poll(() => phone.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('30px')
    await fitsTheScreen(phone)
  }))
})
