import { defineConfig } from 'vitest/config'

/** Journeys: a real browser on the built jar and a real database. One after the other: they share one service. Two more
 * lanes have services of their own and run beside: a district being set up, and the barriers. */
export default defineConfig({
  test: {
    name: 'journeys',
    include: ['e2e/**/*.journey.ts'],
    exclude: ['e2e/setup.journey.ts', 'e2e/barriers.journey.ts'],
    globalSetup: ['e2e/service.ts'],
    fileParallelism: false,
    sequence: { concurrent: false },
    pool: 'forks',
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'reports/journeys.json' }]],
  },
})
