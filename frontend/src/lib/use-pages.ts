import { useCallback, useState } from 'react'
import { useClient, useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'

interface Connection<Node> {
  nodes: Node[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

interface Tail<Node> {
  of: string
  nodes: Node[]
  pageInfo: Connection<Node>['pageInfo']
}

const LARGEST_PAGE = 200

/** Keyset pages of a Relay connection: the first by the cache, the following ones appended on request. */
export function usePages<Data, Variables extends AnyVariables, Node extends { id: string }>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Node>,
) {
  const client = useClient()
  const [{ data, fetching, error, stale }, reload] = useQuery({ query, variables })
  const [tail, setTail] = useState<Tail<Node> | null>(null)
  const [more, setMore] = useState<{ fetching: boolean; error?: CombinedError }>({ fetching: false })

  const of = JSON.stringify(variables)
  const first = data ? connectionOf(data) : null
  const current = tail?.of === of ? tail : null
  const seen = new Set(first?.nodes.map((node) => node.id))
  const nodes = first ? [...first.nodes, ...(current?.nodes.filter((node) => !seen.has(node.id)) ?? [])] : []
  const pageInfo = current?.pageInfo ?? first?.pageInfo

  /** one more page; the longest there may be when the whole list is wanted */
  const loadMore = useCallback(async (wholeList = false) => {
    setMore({ fetching: true })
    const answer = await client
      .query(query, { ...variables, ...(wholeList && { first: LARGEST_PAGE }), after: pageInfo?.endCursor } as Variables, { requestPolicy: 'network-only' })
      .toPromise()
    setMore({ fetching: false, error: answer.error })
    if (!answer.data) return
    const next = connectionOf(answer.data)
    setTail({ of, nodes: [...(current?.nodes ?? []), ...next.nodes], pageInfo: next.pageInfo })
  }, [client, query, variables, pageInfo, connectionOf, of, current])

  /** Every row from the first page to the last, for an export; null when a page failed. Asks on while `onRows` answers true. */
  const all = useCallback(
    async (onRows: (count: number) => boolean): Promise<Node[] | null> => {
      const found: Node[] = []
      let after: string | null | undefined
      do {
        const answer = await client
          .query(query, { ...variables, first: LARGEST_PAGE, after } as Variables, { requestPolicy: 'network-only' })
          .toPromise()
        if (!answer.data) return null
        const page = connectionOf(answer.data)
        found.push(...page.nodes)
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (onRows(found.length) && after)
      return found
    },
    [client, query, variables, connectionOf],
  )

  return {
    data,
    all,
    nodes,
    error: error ?? more.error,
    fetching: fetching && !data,
    refreshing: stale,
    hasMore: pageInfo?.hasNextPage ?? false,
    loadingMore: more.fetching,
    loadMore,
    reload: () => {
      setTail(null)
      reload({ requestPolicy: 'network-only' })
    },
  }
}
