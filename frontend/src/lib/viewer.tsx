import { createContext, use } from 'react'
import type { ViewerQuery } from '@/gql/staff/graphql'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type District = NonNullable<ViewerQuery['district']>

interface SignedIn {
  viewer: Viewer
  district: District | null
}

const Context = createContext<SignedIn | null>(null)

export const ViewerProvider = Context

/** Who is signed in and for which district; only below the app's sign-in gate. */
export function useViewer(): SignedIn {
  const value = use(Context)
  if (!value) throw new Error('useViewer before sign-in')
  return value
}
