import { Kind, visit } from 'graphql'

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** Adds __typename where urql adds it, everywhere but at the root: a mutation may have one root field only. */
function withTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined
      const has = node.selections.some((s) => s.kind === Kind.FIELD && s.name.value === '__typename')
      return has ? undefined : { ...node, selections: [...node.selections, typename] }
    },
  })
}

export const addTypenameAsUrqlDoes = {
  transform: ({ documents }) =>
    documents.map((file) => ({ ...file, document: file.document && withTypenames(file.document) })),
}
