import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { leanDocuments } from './build/lean-documents.ts'

const backend = process.env.LIANBAN_BACKEND ?? 'http://localhost:8080'

/** The staff application. The citizen pages have their own configuration: vite.citizen.config.ts. */
export default defineConfig({
  plugins: [leanDocuments(), react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // what many screens have in common comes in one piece: by the rules of the bundler, the first screen asked for forty
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 12 }] } } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/sign-in', '/sign-out', '/csrf', '/d/', '/import/', '/export/', '/files/'].map((path) => [path, backend]),
    ),
  },
  test: {
    testTimeout: 20_000,
    // where no module is mocked, a test need not have every module to itself; a page is made where a test says it wants one
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.ts'],
          exclude: ['src/citizen/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          exclude: ['src/citizen/**'],
          setupFiles: ['./src/test-setup.ts'],
        },
      },
      {
        extends: './vite.citizen.config.ts',
        test: { name: 'citizen', environment: 'node', isolate: false, include: ['**/citizen/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
