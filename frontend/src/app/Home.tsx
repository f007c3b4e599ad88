import { Navigate } from 'react-router'
import { useViewer } from '@/lib/viewer'

/** Staff begin with their queue, a leader with the board; the platform's operator, who stands in no district, has none. */
export function Home() {
  const { viewer, district } = useViewer()
  const operates = !district && viewer.posts.some(({ role }) => role === 'PLATFORM_OPERATOR')
  const leads = viewer.viewerCanSeeBoard && viewer.posts.every(({ role }) => role === 'LEADER')
  return <Navigate to={operates ? '/operator/documents' : leads ? '/board' : '/queue'} replace />
}
