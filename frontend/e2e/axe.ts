import type { AxeResults, RunOptions } from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Of a long table the first rows are looked at: the others are made by the same code, and axe takes its time with each. */
const MORE_ROWS = 'tbody tr:nth-child(n+9)'

/** What colours and sizes decide; the rest is the same page in every look. */
export const OF_THE_LOOK = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'meta-viewport', 'css-orientation-lock']

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type WithAxe = Window & { axe?: { run: (context: object, options: RunOptions) => Promise<AxeResults> } }

/** A document keeps its axe: what @axe-core/playwright reads anew at each look, there and in a blank page of its own, costs more than the look. */
async function bring(page: Page): Promise<void> {
  if (!(await page.evaluate(() => !!(window as WithAxe).axe))) await page.evaluate(AXE)
}

/** WCAG 2.2 AA and axe's own good practice: nothing at all may be found. */
export async function hasNoBarriers(page: Page, where: string, rules?: string[]): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  expect(page.frames().length, `${where}: axe is not brought into frames`).toBe(1)
  await bring(page)
  // what is in order is not described node by node: that took most of the time
  const options: RunOptions = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) }
  const found = await page.evaluate(
    async ([more, asked]) => {
      const results = await (window as WithAxe).axe?.run({ exclude: [[more]] }, asked)
      if (!results) throw new Error('no axe in this page')
      return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
    },
    [MORE_ROWS, options] as const,
  )
  expect(found.map((one) => `${where}: ${one}`)).toEqual([])
}
