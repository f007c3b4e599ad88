import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers } from './axe'
import { DESK, person, PHONE, pictured, withBrowser } from './browser'
import { fitsTheScreen, openAnew } from './phone'
import { signIn } from './staff'

withBrowser()

interface Look {
  name: string
  staff: object
  citizen: object
  scheme: BrowserContextOptions['colorScheme']
}

const LOOKS: Look[] = [
  { name: 'normal', staff: {}, citizen: {}, scheme: 'light' },
  { name: 'large print', staff: { largePrint: true }, citizen: { print: 2 }, scheme: 'light' },
  { name: 'dark', staff: { dark: true }, citizen: {}, scheme: 'dark' },
]

const STAFF_ROUTES: Record<string, string[]> = {
  WINDOW_CLERK: ['/queue', '/accept', '/find', '/items', '/ratings', '/calendar', '/password', '/security', '/nowhere', '/board'],
  DEPARTMENT_OFFICER: ['/leave', '/to-sign', '/inbox', '/notices', '/overlaps', '/lists', '/policies'],
  SUPERVISOR: ['/queue?unit=all', '/suspensions', '/board', '/alerts', '/alert-rules', '/ratings?unit=all'],
  LEGAL_REVIEWER: ['/items-waiting'],
  DISTRICT_ADMIN: ['/accounts', '/access-review', '/hand-over', '/calendar', '/imports', '/paper-templates', '/storage', '/notices', '/deliveries', '/organisation', '/organisation/changes', '/organisation/points', '/organisation/in-place', '/decisions', '/points'],
  AUDITOR: ['/audit'],
}
const CITIZEN_ROUTES = [
  '/progress',
  '/calculator',
  '/calculator?unit=WORKING_DAYS&accepted=2026-09-29&budget=5&pause=2026-10-09~2026-10-10',
  '/rate/990101/#nothing',
  '/photo/990101/#nothing',
  '/guide/990101/',
  '/guide/990101/?q=gaoling',
  '/guide/990101/lists',
  '/guide/990101/policies',
]

async function dressed(look: Look, options: BrowserContextOptions): Promise<Page> {
  const page = await person({ ...options, colorScheme: look.scheme })
  await page.addInitScript(
    ([staff, citizen]) => {
      if (location.protocol === 'about:') return // a blank page has no storage
      localStorage.setItem('lianban.preferences', JSON.stringify({ language: 'zh', largePrint: false, dark: false, ...staff }))
      localStorage.setItem('lianban.citizen', JSON.stringify(citizen))
    },
    [look.staff, look.citizen] as const,
  )
  return page
}

/** The screen has said what it has to say: no skeleton is left. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning'))
  await page.waitForLoadState('networkidle')
}

describe.each(LOOKS)('nobody is kept out, $name', (look) => {
  it('of the sign-in page', pictured(async () => {
    const page = await dressed(look, DESK)
    await page.goto('/')
    await page.getByLabel('登录名').waitFor()
    await hasNoBarriers(page, '/ (sign-in)')
    await page.context().close()
  }))

  it.each(Object.entries(STAFF_ROUTES))('of the screens of %s', async (role, routes) => {
    await pictured(async () => {
      const page = await dressed(look, DESK)
      await signIn(page, accountFor(inject('demo'), role))
      for (const route of routes) {
        await page.goto(route)
        await settled(page)
        await hasNoBarriers(page, route)
      }
      await page.context().close()
    })()
  })

  it('of a case and of an item', pictured(async () => {
    const page = await dressed(look, DESK)
    await signIn(page, accountFor(inject('demo'), 'SUPERVISOR'))
    await page.goto('/queue?unit=all')
    await page.locator('a[href^="/cases/"]').first().click()
    await settled(page)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await settled(page)
      await hasNoBarriers(page, `/cases/… ${await tab.innerText()}`)
    }
    await page.locator('.case-title a').click()
    await page.waitForURL(/\/items\//)
    await settled(page)
    await hasNoBarriers(page, '/items/…')
    await page.context().close()
  }))

  it.each([320, 360])('of the citizens’ pages, %i px wide', async (width) => {
    await pictured(async () => {
      const page = await dressed(look, { ...PHONE, viewport: { width, height: 700 } })
      for (const route of CITIZEN_ROUTES) {
        await openAnew(page, route)
        await page.locator('h1').first().waitFor()
        await page.waitForFunction(() => !/正在(打开|计算)/.test(document.body.innerText))
        await fitsTheScreen(page)
        await hasNoBarriers(page, route)
      }
      await page.context().close()
    })()
  })

  it('of the queue on a phone', pictured(async () => {
    const page = await dressed(look, PHONE)
    await page.goto('/')
    await page.getByLabel('登录名').fill(accountFor(inject('demo'), 'WINDOW_CLERK').login)
    await hasNoBarriers(page, 'sign-in on a phone')
    await fitsTheScreen(page)
    await page.context().close()
  }))
})
