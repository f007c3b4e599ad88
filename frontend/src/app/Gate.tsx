import { Modal } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { useQuery } from 'urql'
import { Failed, Loading } from '@/components/ScreenStates'
import { SignInForm } from '@/features/identity/SignInForm'
import { SignInScreen } from '@/features/identity/SignInScreen'
import { ViewerDocument } from '@/gql/staff/graphql'
import { sessionEvents, type SessionEvent } from '@/lib/session-events'
import { ViewerProvider } from '@/lib/viewer'
import { router } from './routes'

const Enrol = lazy(() => import('@/features/identity/EnrolScreen'))
const FirstPassword = lazy(() => import('@/features/identity/FirstPasswordScreen'))

/**
 * Nobody passes without a session. One that ends in the middle of work asks for the password on top of the page, so that
 * what was typed below is still there.
 */
export function Gate() {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: ViewerDocument })
  const [event, setEvent] = useState<SessionEvent | null>(null)
  const viewer = data?.viewer

  useEffect(() => sessionEvents.hear(setEvent), [])

  const again = () => {
    setEvent(null)
    ask({ requestPolicy: 'network-only' })
  }
  const signedInAs = (name?: string) => {
    if (viewer && viewer.loginName !== name) location.reload()
    else again()
  }

  if (error && !viewer) return <main className="lonely"><Failed error={error} retry={again} /></main>
  if (!viewer) return fetching ? <main className="lonely"><Loading /></main> : <SignInScreen onSignedIn={again} />

  if (viewer.mustChangePassword || event === 'MUST_CHANGE_PASSWORD') {
    return (
      <Suspense fallback={<Loading />}>
        <FirstPassword loginName={viewer.loginName} onChanged={again} />
      </Suspense>
    )
  }

  if (viewer.mustEnrolSecondFactor || event === 'MUST_ENROL_SECOND_FACTOR') {
    return (
      <Suspense fallback={<Loading />}>
        <Enrol onEnrolled={again} />
      </Suspense>
    )
  }

  return (
    <ViewerProvider value={{ viewer, district: data.district ?? null }}>
      <RouterProvider router={router} />
      <Modal open={event === 'UNAUTHENTICATED'} title={t('identity.sessionEnded')} footer={null} closable={false} keyboard={false}>
        <p>{t('identity.sessionEndedWhy')}</p>
        <SignInForm onSignedIn={signedInAs} username={viewer.loginName} />
      </Modal>
    </ViewerProvider>
  )
}
