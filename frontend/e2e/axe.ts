import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** WCAG 2.2 AA and axe's own good practice: nothing at all may be found. */
export async function hasNoBarriers(page: Page, where: string): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap((one) => one.nodes.map((node) => `${where}: ${one.id} at ${node.target.join(' ')}`))
  expect(found).toEqual([])
}
