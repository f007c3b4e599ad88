import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, onTestFailed } from 'vitest'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a page lives for seconds here: what V8 spends on making its code faster does not come back
  '--js-flags=--no-opt,--no-maglev',
]
/** The shell does the same with a fifth less of the processor's time than the whole browser. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const PICTURES = resolve(import.meta.dirname, '../reports/journeys')

export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

let browser: Browser | null = null
const open: Page[] = []
const faults: string[] = []

/** Call at the top of a journey file: one browser, and no page may have thrown or broken the content policy. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? BROWSERS.find(existsSync) ?? 'chromium', args: FLAGS })
  })
  afterEach(() => {
    const seen = faults.splice(0)
    expect(seen, 'errors in the browser’s console').toEqual([])
  })
  afterAll(async () => {
    open.length = 0
    await browser?.close()
  })
}

/** A person: a browser profile of their own. */
export async function person(options: BrowserContextOptions = DESK): Promise<Page> {
  if (!browser) throw new Error('withBrowser() first')
  const context = await browser.newContext({ baseURL: inject('base'), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refused request is a journey's own business; a script's or a policy's complaint is a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${page.url()}: ${message.text()}`)
    }
  })
  open.push(page)
  return page
}

/** Pictures of every open page when this test fails. */
export function pictureOnFailure(): void {
  onTestFailed(async ({ task }) => {
    mkdirSync(PICTURES, { recursive: true })
    const name = task.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
    await Promise.all(
      open.slice(-5).map((page, at) =>
        page.isClosed() ? undefined : page.screenshot({ path: join(PICTURES, `${name}-${at}.png`) }).catch(() => undefined),
      ),
    )
  })
}

/** The sentences of a journey: every one takes pictures when it fails. */
export const pictured = (work: () => Promise<void>) => async () => {
  pictureOnFailure()
  await work()
}
