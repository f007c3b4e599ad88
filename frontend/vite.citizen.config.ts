import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const src = fileURLToPath(new URL('./src', import.meta.url))

/** Citizens' phones: Preact, own CSS, a six-year-old Chrome. Runs after the staff build and adds to its dist/. */
export default defineConfig({
  root: src,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { '@': src } },
  build: {
    outDir: '../dist',
    emptyOutDir: false,
    assetsDir: 'citizen/assets',
    target: 'es2019',
    cssTarget: 'chrome80',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['rate', 'progress', 'calculator', 'photo', 'guide', 'apply'].map((page) => `${src}/citizen/${page}.html`),
    },
  },
})
