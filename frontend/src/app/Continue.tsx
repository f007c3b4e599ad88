import { useEffect } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { Loading } from '@/components/ScreenStates'

/** Behind the sign-in gate: goes back to where another application asked who this is, and nowhere else. */
export function Continue() {
  const [params] = useSearchParams()
  const to = params.get('to') ?? ''
  const back = to.startsWith('/oauth2/authorize?')
  useEffect(() => {
    if (back) location.replace(to)
  }, [back, to])
  return back ? <Loading /> : <Navigate to="/queue" replace />
}
