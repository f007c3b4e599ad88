import type { Plugin } from 'vite'

interface Document {
  __meta__: { hash: string }
  definitions: { kind: string; operation?: string; name?: { value: string } }[]
}

const CONSTANT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(.*)>;$/gm

/** What urql asks of a document whose text stays with the server: its kind, its name and its hash. */
function lean(whole: string, name: string, json: string, types: string): string {
  const document = JSON.parse(json) as Document
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition')
  if (!operation) return whole
  const named = [operation.operation, operation.name?.value, document.__meta__.hash].map((part) => JSON.stringify(part)).join()
  return `export const ${name} = /*#__PURE__*/ leanDocument(${named}) as unknown as DocumentNode<${types}>;`
}

const MAKER = `
function leanDocument(operation: string, name: string, hash: string) {
  const definition = { kind: 'OperationDefinition', operation, name: { kind: 'Name', value: name }, selectionSet: { kind: 'SelectionSet', selections: [] } }
  return { __meta__: { hash }, kind: 'Document', definitions: [definition] }
}
`

/** The staff's documents leave the browser as hashes only: their syntax trees, more than a megabyte, need not come along. */
export function leanDocuments(): Plugin {
  return {
    name: 'lean-documents',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/gql/staff/graphql.ts')) return null
      const leaner = code.replace(CONSTANT, lean)
      if (/"kind":"OperationDefinition"/.test(leaner)) this.error('an operation kept its syntax tree: the generated file looks different now')
      return { code: leaner + MAKER, map: null }
    },
  }
}
