// Types and trusted documents from the schema and the operations, which live in `.graphql` files beside the room that asks
// them. Two manifests, because the citizen pages ship hashes only and must not carry the staff's documents.
// The generator's own command line would bring two hundred packages along, for sources we do not have.
import { codegen } from '@graphql-codegen/core'
import { preset } from '@graphql-codegen/client-preset'
import { getCachedDocumentNodeFromSchema } from '@graphql-codegen/plugin-helpers'
import { buildASTSchema, concatAST, lexicographicSortSchema, parse, Source } from 'graphql'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { addTypenameAsUrqlDoes } from './add-typename.mjs'

const graphqlIn = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`)

function read(location) {
  const rawSDL = readFileSync(location, 'utf8')
  return { location, rawSDL, document: parse(new Source(rawSDL, location)) }
}
const sha256 = (document) => createHash('sha256').update(document).digest('hex')

const schemaAst = lexicographicSortSchema(buildASTSchema(concatAST(graphqlIn('../schema', '.graphqls').map((file) => read(file).document))))
const schema = getCachedDocumentNodeFromSchema(schemaAst)

async function generate(target, folders, mode) {
  const documents = folders.flatMap((folder) => graphqlIn(folder, '.graphql')).map(read)
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: target,
    schema,
    schemaAst,
    documents,
    config: { enumType: 'string-literal', useTypeImports: true, scalars: { ID: 'string', Date: 'string', DateTime: 'string' } },
    presetConfig: {
      fragmentMasking: false,
      skipIndexFile: true,
      persistedDocuments: { hashAlgorithm: sha256, hashPropertyName: 'hash', mode },
    },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    documentTransforms: [{ transformObject: addTypenameAsUrqlDoes }],
  })
  mkdirSync(target, { recursive: true })
  for (const output of outputs) writeFileSync(output.filename, await codegen(output))
}

await generate('src/gql/staff/', ['src/app', 'src/components', 'src/features', 'src/lib'], 'embedHashInDocument')
await generate('src/gql/citizen/', ['src/citizen'], 'replaceDocumentWithHash')
