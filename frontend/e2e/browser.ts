import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core'
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

interface Shared {
  browser?: Promise<Browser>
  /** pages that stay from one file to the next, by whose they are */
  kept: Map<string, Page>
}

/** One browser for all files, they run in one process: it ends with that. */
const shared: Shared = ((globalThis as { journeys?: Shared }).journeys ??= { kept: new Map() })
let ready = false
const open: Page[] = []
const faults: string[] = []
/** what a page has asked and not been answered */
const asking = new WeakMap<Page, Set<Request>>()

/** Call at the top of a journey file: no page may have thrown or broken the content policy. */
export function withBrowser(): void {
  beforeAll(async () => {
    shared.browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? BROWSERS.find(existsSync) ?? 'chromium', args: FLAGS })
    await shared.browser
    ready = true
  })
  afterEach(() => {
    const seen = faults.splice(0)
    expect(seen, 'errors in the browser’s console').toEqual([])
  })
  afterAll(async () => {
    const staying = new Set(shared.kept.values())
    await Promise.all(open.splice(0).map((page) => (staying.has(page) ? rest(page) : page.context().close())))
  })
}

/** Nothing is left on it for the next who sits down but the session. */
async function rest(page: Page): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close()
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
}

/** A page that the files share; `make` is asked for it when there is none yet. */
export async function keptPage(whose: string, make: () => Promise<Page>): Promise<{ page: Page; fresh: boolean }> {
  const kept = shared.kept.get(whose)
  const page = kept ?? (await make())
  shared.kept.set(whose, page)
  if (!open.includes(page)) open.push(page)
  return { page, fresh: !kept }
}

/** A person: a browser profile of their own. */
export async function person(options: BrowserContextOptions = DESK): Promise<Page> {
  if (!ready || !shared.browser) throw new Error('withBrowser() first')
  const context = await (await shared.browser).newContext({ baseURL: inject('base'), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refused request is a journey's own business; a script's or a policy's complaint is a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${page.url()}: ${message.text()}`)
    }
  })
  const asked = new Set<Request>()
  asking.set(page, asked)
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  open.push(page)
  return page
}

/** The screen has said what it has to say: no skeleton is left, and two frames after the last answer nothing more was asked. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const drawn = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      return !document.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning')
    })
  const quiet = () => asking.get(page)?.size === 0
  await expect.poll(async () => quiet() && (await drawn()) && quiet(), { timeout: 60_000, message: page.url() }).toBe(true)
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
