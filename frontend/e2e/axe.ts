import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Of a long table the first rows are looked at: the others are made by the same code, and axe takes its time with each. */
const MORE_ROWS = 'tbody tr:nth-child(n+9)'

/** What colours and sizes decide; the rest is the same page in every look. */
export const OF_THE_LOOK = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'meta-viewport', 'css-orientation-lock']

/** WCAG 2.2 AA and axe's own good practice: nothing at all may be found. */
export async function hasNoBarriers(page: Page, where: string, rules?: string[]): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  // what is in order is not described node by node: that took most of the time
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude(MORE_ROWS)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const found = violations.flatMap((one) => one.nodes.map((node) => `${where}: ${one.id} at ${node.target.join(' ')}`))
  expect(found).toEqual([])
}
