import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameAsUrqlDoes } from './build/add-typename.ts'

const shared = {
  preset: 'client' as const,
  documentTransforms: [addTypenameAsUrqlDoes],
  config: {
    enumType: 'string-literal',
    useTypeImports: true,
    scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
  },
}

const sha256 = (document: string) => createHash('sha256').update(document).digest('hex')
const persistedDocuments = { hashAlgorithm: sha256, hashPropertyName: 'hash' }

/** Operations live in `.graphql` files beside the room that asks them. Two manifests, because the citizen pages ship hashes only and must not carry the staff's documents. */
const config: CodegenConfig = {
  schema: '../schema/*.graphqls',
  ignoreNoDocuments: true,
  generates: {
    'src/gql/staff/': {
      ...shared,
      documents: ['src/{app,components,features,lib}/**/*.graphql'],
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        persistedDocuments: { ...persistedDocuments, mode: 'embedHashInDocument' as const },
      },
    },
    'src/gql/citizen/': {
      ...shared,
      documents: ['src/citizen/**/*.graphql'],
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        persistedDocuments: { ...persistedDocuments, mode: 'replaceDocumentWithHash' as const },
      },
    },
  },
}

export default config
