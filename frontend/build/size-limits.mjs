// Fails the build when a page's first load (its HTML's scripts, module preloads and styles, gzipped) outgrows its limit.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1024
const limits = {
  'index.html': 450 * KB,
  'citizen/rate.html': 30 * KB,
  'citizen/progress.html': 40 * KB,
  'citizen/calculator.html': 40 * KB,
}

function firstLoad(page) {
  const html = readFileSync(`dist/${page}`, 'utf8')
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map((match) => match[1])
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist${file}`)).length, 0)
}

let failed = false
for (const [page, limit] of Object.entries(limits)) {
  if (!existsSync(`dist/${page}`)) throw new Error(`dist/${page} is missing`)
  const size = firstLoad(page)
  if (size > limit) failed = true
  console.log(`${page}: ${(size / KB).toFixed(1)} KB gz of ${limit / KB}${size > limit ? '  TOO LARGE' : ''}`)
}
if (failed) process.exit(1)
