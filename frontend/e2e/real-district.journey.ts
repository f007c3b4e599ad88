import { describe, inject } from 'vitest'
import { withBrowser } from './browser'
import { tellTheStory } from './story'

withBrowser()

/** Needs ../shared/data (LIANBAN_SHARED_DATA); the harness says so when it is skipped. */
describe.skipIf(inject('real').length === 0)('the story on the real district 511602', () =>
  tellTheStory({ district: 'real', search: '临时救助' }),
)
