import { defineConfig } from 'vitest/config'
import journeys from './vitest.e2e.config'

/** A district being set up: it has a service of its own, so it runs beside the other journeys. */
export default defineConfig({
  test: {
    ...journeys.test,
    name: 'setup',
    include: ['e2e/setup.journey.ts'],
    exclude: [],
    globalSetup: [],
    reporters: ['default', ['json', { outputFile: 'reports/journey-setup.json' }]],
  },
})
