// Fails the build when a page's first load (its HTML's scripts, module preloads and styles, gzipped) outgrows its limit.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1024
const limits = {
  'index.html': 450 * KB,
  'citizen/rate.html': 30 * KB,
  'citizen/progress.html': 40 * KB,
  'citizen/calculator.html': 40 * KB,
  'citizen/photo.html': 30 * KB,
  'citizen/guide.html': 40 * KB,
  'citizen/apply.html': 40 * KB,
}

// Somebody who rates, looks up progress and calculates loads each shared file once.
// Filing is another errand, with a limit of its own.
const together = { pages: Object.keys(limits).filter((page) => page.startsWith('citizen/') && page !== 'citizen/apply.html'), limit: 40 * KB }

function filesOf(page) {
  const html = readFileSync(`dist/${page}`, 'utf8')
  return [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map((match) => match[1])
}

function sizeOf(pages) {
  const files = new Set(pages.flatMap(filesOf))
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist${file}`)).length, 0)
}

let failed = false
function check(name, pages, limit) {
  const size = sizeOf(pages)
  if (size > limit) failed = true
  console.log(`${name}: ${(size / KB).toFixed(1)} KB gz of ${limit / KB}${size > limit ? '  TOO LARGE' : ''}`)
}

for (const [page, limit] of Object.entries(limits)) {
  if (!existsSync(`dist/${page}`)) throw new Error(`dist/${page} is missing`)
  check(page, [page], limit)
}
check('citizen pages together', together.pages, together.limit)
if (failed) process.exit(1)
