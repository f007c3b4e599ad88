import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { person, PHONE, pictured } from './browser'
import { APPLICANT } from './people'
import { cannotBeUsed, fitsTheScreen, followCase, NOTHING_FOUND, openAnew, openRating } from './phone'
import { acceptByKeyboard, act, factOfCase, findCase, go, inviteRating, openCase, signedIn, statusOf, type Accepted } from './staff'

interface Story {
  district: 'demo' | 'real'
  /** what the clerk types into the item search */
  search: string
}

/** One story through every layer: window, department, phone, supervision. The same on every district. */
export function tellTheStory({ district, search }: Story): void {
  const accounts = inject(district)
  let clerk: Page
  let officer: Page
  let phone: Page
  let accepted: Accepted
  let link: string

  beforeAll(async () => {
    phone = await person(PHONE)
  })

  it('the clerk of a sub-district signs in and accepts a case by keyboard, in under a minute', pictured(async () => {
    clerk = await signedIn(accountFor(accounts, 'WINDOW_CLERK'))
    const begin = Date.now()
    accepted = await acceptByKeyboard(clerk, search, APPLICANT.name, APPLICANT.idCard)
    expect(Date.now() - begin).toBeLessThan(60_000)
    expect(accepted.number.replace(/\s/g, '')).toMatch(/^\d{19}$/)
    expect(accepted.password).toMatch(/^\d{6}$/)
  }))

  it('the applicant follows the case on a phone by number and password; a wrong password tells nothing', pictured(async () => {
    await followCase(phone, accepted.number, accepted.password === '000000' ? '000001' : '000000')
    await phone.getByText(NOTHING_FOUND).waitFor()
    await followCase(phone, accepted.number, accepted.password)
    await phone.getByRole('heading', { level: 1, name: '已受理，正在办理' }).waitFor()
    expect(await phone.locator('.big').innerText()).toMatch(/\d{4}年\d+月\d+日\s+星期[一二三四五六日]/)
    expect(await phone.content()).not.toContain(APPLICANT.name)
    await fitsTheScreen(phone)
    await hasNoBarriers(phone, 'progress, opened')
  }))

  it('the clerk hands the case up; until the department signs, it stays with the sender', pictured(async () => {
    await openCase(clerk, accepted)
    const sender = await factOfCase(clerk, '当前持有单位')
    await act(clerk, '上报')
    await expect.poll(() => statusOf(clerk)).toBe('已上报待签收')
    expect(await factOfCase(clerk, '当前持有单位')).toBe(sender)
  }))

  it('the officer of the department finds it by its number, signs for it and decides', pictured(async () => {
    officer = await signedIn(accountFor(accounts, 'DEPARTMENT_OFFICER', accepted.decideUnit))
    await findCase(officer, accepted)
    await act(officer, '签收')
    await expect.poll(() => factOfCase(officer, '当前持有单位')).toBe(accepted.decideUnit)
    await act(officer, '作出决定', async (window) => {
      await window.getByRole('radio', { name: '准予', exact: true }).check()
      await window.getByLabel('证照或批文号').fill('测-2026-001')
    })
    await expect.poll(() => statusOf(officer)).toBe('已决定待送达')
  }))

  it('the clerk delivers the result and invites the applicant to rate', pictured(async () => {
    await openCase(clerk, accepted)
    await act(clerk, '送达')
    await expect.poll(() => statusOf(clerk)).toBe('已送达')
    link = await inviteRating(clerk)
    expect(new URL(link).hash).toMatch(/^#[\w-]{43}$/)
  }))

  it('the applicant rates by the link in three taps; the receipt does not show the grade', pictured(async () => {
    await openRating(phone, link)
    await fitsTheScreen(phone)
    await hasNoBarriers(phone, 'rating')
    await phone.getByText('满意', { exact: true }).tap()
    await phone.getByRole('button', { name: '提交评价' }).tap()
    await phone.getByRole('heading', { name: '评价已收到，谢谢您' }).waitFor()
    expect(await phone.locator('dl').innerText()).not.toMatch(/满意/)
    await hasNoBarriers(phone, 'rating receipt')
  }))

  it('the link works once: on another phone it cannot be used, and looks like a link that never was', pictured(async () => {
    const other = await person(PHONE)
    await other.goto(link)
    await cannotBeUsed(other).waitFor()
    const used = await other.locator('main').innerText()
    await openAnew(other, `${link.split('#')[0]}#${'A'.repeat(43)}`)
    await cannotBeUsed(other).waitFor()
    expect(await other.locator('main').innerText()).toBe(used)
    await hasNoBarriers(other, 'rating, invalid link')
  }))

  it('the applicant sees the case finished, with its history', pictured(async () => {
    await followCase(phone, accepted.number, accepted.password)
    await phone.getByRole('heading', { level: 1, name: '已办结，结果已送达' }).waitFor()
    const steps = await phone.locator('.history li .strong').allInnerTexts()
    expect(steps).toEqual(['收件', '受理', '报送决定部门', '决定部门签收', '作出决定', '送达结果'])
  }))

  it('the window learns that a rating was given and nothing more', pictured(async () => {
    await openCase(clerk, accepted)
    await clerk.getByText('申请人已评价').waitFor()
    expect(await clerk.locator('main').innerText()).not.toContain('满意')
  }))

  it('the supervisor opens the records behind the board’s numbers, down to this case’s rating', pictured(async () => {
    const supervisor = await signedIn(accountFor(accounts, 'SUPERVISOR'))
    await openCase(supervisor, accepted)
    await go(supervisor, '/board')
    await supervisor.getByRole('heading', { name: '满意率：单位 × 月份' }).waitFor()
    const satisfaction = supervisor.getByRole('region', { name: '满意率：单位 × 月份' })
    const rate = satisfaction.getByRole('row', { name: accepted.decideUnit }).locator('a[href*="/ratings?"]').first() // the newest month
    await rate.click()
    await supervisor.waitForURL(/\/ratings\?/)
    await supervisor.getByRole('link', { name: accepted.number }).first().click()
    await supervisor.getByRole('heading', { level: 1, name: accepted.number }).waitFor()
  }))
}
