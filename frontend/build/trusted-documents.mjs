// Merges the manifests of both entries into the one file the server reads: { "<sha256>": "<document>" }.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const manifests = ['staff', 'citizen'].map((entry) => `src/gql/${entry}/persisted-documents.json`)
const documents = Object.assign({}, ...manifests.map((file) => JSON.parse(readFileSync(file, 'utf8'))))

for (const [hash, document] of Object.entries(documents)) {
  const actual = createHash('sha256').update(document).digest('hex')
  if (actual !== hash) throw new Error(`trusted document ${hash} hashes to ${actual}`)
}

const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('dist/trusted-documents.json', `${JSON.stringify(sorted, null, 1)}\n`)
console.log(`dist/trusted-documents.json: ${Object.keys(sorted).length} documents`)
