import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Follows a case the way the receipt's QR code opens the page: the number is filled in. */
export async function followCase(page: Page, number: string, password: string): Promise<void> {
  await openAnew(page, `/progress#${number.replace(/\s/g, '')}`)
  await expect.poll(() => page.getByLabel('办件编号').inputValue()).toBe(number)
  await page.getByLabel('查询密码').fill(password)
  await page.getByRole('button', { name: '查询' }).tap()
}

/** As a scanned code opens it: another fragment alone would not load the page again. */
export async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
}

export const NOTHING_FOUND = /没有查到。编号或密码可能不对/

export async function openRating(page: Page, link: string): Promise<void> {
  await openAnew(page, link)
  await page.getByRole('heading', { name: '请您评价' }).waitFor()
}

export const cannotBeUsed = (page: Page) => page.getByRole('heading', { name: '这个链接不能评价' })

export async function fitsTheScreen(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)
}
