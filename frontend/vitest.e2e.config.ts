import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** By name, the same everywhere: what one journey leaves behind the next one finds. The barriers come first, they change nothing. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => (moduleId.endsWith('/barriers.journey.ts') ? '' : moduleId)
    return files.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
  }
}

/** Journeys: a real browser on the built jar and a real database. One after the other: they share one service. Another lane
 * has a service of its own and runs beside: a district being set up. */
export default defineConfig({
  test: {
    name: 'journeys',
    include: ['e2e/**/*.journey.ts'],
    exclude: ['e2e/setup.journey.ts'],
    globalSetup: ['e2e/service.ts'],
    fileParallelism: false,
    isolate: false,
    sequence: { concurrent: false, sequencer: ByName },
    pool: 'forks',
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'reports/journeys.json' }]],
  },
})
