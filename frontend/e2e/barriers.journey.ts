import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, inject, it, vi } from 'vitest'
import { accountFor } from './accounts'
import { hasNoBarriers, OF_THE_LOOK } from './axe'
import { DESK, person, PHONE, pictured, settled, withBrowser } from './browser'
import { fitsTheScreen, openAnew } from './phone'
import { go, signedIn } from './staff'

withBrowser()
vi.setConfig({ testTimeout: 400_000 }) // a test goes through many looks; CI takes several times as long as a desk

interface Look {
  name: string
  staff: object
  citizen: object
  scheme: BrowserContextOptions['colorScheme']
}

const NORMAL: Look = { name: 'normal', staff: {}, citizen: {}, scheme: 'light' }
const LOOKS: Look[] = [
  NORMAL,
  { name: 'large print', staff: { largePrint: true }, citizen: { print: 2 }, scheme: 'light' },
  { name: 'dark', staff: { dark: true }, citizen: {}, scheme: 'dark' },
]

const STAFF_ROUTES: Record<string, string[]> = {
  WINDOW_CLERK: ['/queue', '/accept', '/find', '/items', '/ratings', '/calendar', '/password', '/security', '/nowhere', '/board'],
  DEPARTMENT_OFFICER: ['/leave', '/to-sign', '/results', '/inbox', '/notices', '/overlaps', '/lists', '/policies'],
  SUPERVISOR: ['/queue?unit=all', '/suspensions', '/board', '/alerts', '/alert-rules', '/ratings?unit=all'],
  DEPARTMENT_HEAD: ['/green-requests'],
  LEGAL_REVIEWER: ['/items-waiting'],
  DISTRICT_ADMIN: ['/accounts', '/access-review', '/hand-over', '/calendar', '/imports', '/paper-templates', '/storage', '/notices', '/deliveries', '/organisation', '/organisation/changes', '/organisation/points', '/organisation/in-place', '/decisions', '/points', '/partners'],
  AUDITOR: ['/audit', '/partners'],
  PLATFORM_OPERATOR: ['/operator/documents', '/operator/storage?district=990101'],
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
  '/apply/990101/nothing',
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

/**
 * The screen in every look, by its button as its user would. It begins with the look that the screen before ended in and has the
 * normal one in the middle, so that two presses are enough.
 */
async function inEveryLook(page: Page, where: string): Promise<void> {
  const button = (name: string, pressed: boolean) => page.getByRole('button', { name, pressed })
  const press = (name: string, pressed: boolean) =>
    button(name, !pressed).click().then(() => button(name, pressed).waitFor())
  const normal = () => hasNoBarriers(page, `${where}, normal`)
  const looked = (name: string) => hasNoBarriers(page, `${where}, ${name}`, OF_THE_LOOK)
  const dark = (await button('深色', true).count()) > 0
  const [one, other] = dark ? (['深色', '大字'] as const) : (['大字', '深色'] as const)
  if ((await button(one, true).count()) === 0) {
    await normal()
    await press(one, true)
    await looked(one)
    await press(one, false)
  } else {
    await looked(one)
    await press(one, false)
    await normal()
  }
  await press(other, true)
  await looked(other)
}

describe.each(Object.entries(STAFF_ROUTES))('nobody is kept out, %s', (role, routes) => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn(accountFor(inject('demo'), role))
  })

  it.each(routes)('of %s', (route) =>
    pictured(async () => {
      await go(page, route)
      await inEveryLook(page, route)
    })(),
  )
})

describe('nobody is kept out', () => {
  it('of a case and of an item', pictured(async () => {
    const page = await signedIn(accountFor(inject('demo'), 'SUPERVISOR'))
    await go(page, '/queue?unit=all')
    await page.locator('a[href^="/cases/"]').first().click()
    await page.waitForURL(/\/cases\//)
    await page.getByRole('tab').first().waitFor()
    await settled(page)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await settled(page)
      await inEveryLook(page, `/cases/… ${await tab.innerText()}`)
    }
    await page.locator('.case-title a').click()
    await page.waitForURL(/\/items\//)
    await page.getByRole('heading', { name: '版本', exact: true }).waitFor()
    await settled(page)
    await inEveryLook(page, '/items/…')
  }))
})

describe.each(LOOKS)('nobody is kept out, $name', (look) => {
  it('of the sign-in page', pictured(async () => {
    const page = await dressed(look, DESK)
    await page.goto('/')
    await page.getByLabel('登录名').waitFor()
    await hasNoBarriers(page, '/ (sign-in)')
    await page.context().close()
  }))

  it('of the citizens’ pages, 320 and 360 px wide', pictured(async () => {
    const page = await dressed(look, { ...PHONE, viewport: { width: 320, height: 700 } })
    await openAnew(page, '/guide/990101/')
    const guide = (await page.locator('.guides a').first().getAttribute('href')) ?? ''
    for (const route of [...CITIZEN_ROUTES, guide, guide.replace('/guide/', '/apply/')]) {
      await openAnew(page, route)
      await page.locator('h1').first().waitFor()
      await page.waitForFunction(() => !/正在(打开|计算)/.test(document.body.innerText))
      await fitsTheScreen(page)
      await hasNoBarriers(page, route)
      await page.setViewportSize({ width: 360, height: 700 })
      await fitsTheScreen(page)
      await page.setViewportSize({ width: 320, height: 700 })
    }
    await page.context().close()
  }))

  it('of the sign-in page on a phone', pictured(async () => {
    const page = await dressed(look, PHONE)
    await page.goto('/')
    await page.getByLabel('登录名').fill(accountFor(inject('demo'), 'WINDOW_CLERK').login)
    await hasNoBarriers(page, 'sign-in on a phone')
    await fitsTheScreen(page)
    await page.context().close()
  }))
})
