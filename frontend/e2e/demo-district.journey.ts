import { describe } from 'vitest'
import { withBrowser } from './browser'
import { tellTheStory } from './story'

withBrowser()

describe('the story on the demo district', () => tellTheStory({ district: 'demo', search: '临时救助' }))
