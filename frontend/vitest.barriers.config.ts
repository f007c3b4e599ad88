import { defineConfig } from 'vitest/config'
import journeys from './vitest.e2e.config'

/** The barriers alone, axe on every screen in every look: the journeys begin with them. */
export default defineConfig({
  test: {
    ...journeys.test,
    name: 'barriers',
    include: ['e2e/barriers.journey.ts'],
    exclude: [],
    reporters: ['default', ['json', { outputFile: 'reports/journey-barriers.json' }]],
  },
})
