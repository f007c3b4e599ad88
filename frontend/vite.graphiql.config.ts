import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const src = fileURLToPath(new URL('./src', import.meta.url))

/** GraphiQL for the demo profile. Runs after the staff build and adds to its dist/. */
export default defineConfig({
  root: `${src}/graphiql`,
  base: '/graphiql/',
  plugins: [react()],
  resolve: { alias: { '@': src } },
  build: { outDir: '../../dist/graphiql', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2500 },
})
