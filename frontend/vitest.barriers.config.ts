import { defineConfig } from 'vitest/config'
import journeys from './vitest.e2e.config'

/** axe on every screen in every look: it changes nothing, and takes as long as a third of the others. */
export default defineConfig({
  test: {
    ...journeys.test,
    name: 'barriers',
    include: ['e2e/barriers.journey.ts'],
    exclude: [],
    testTimeout: 400_000, // a test goes through many looks; CI takes several times as long as a desk
    reporters: ['default', ['json', { outputFile: 'reports/journey-barriers.json' }]],
  },
})
