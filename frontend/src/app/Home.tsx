import { Navigate } from 'react-router'
import { useViewer } from '@/lib/viewer'

/** Staff begin with their queue; the platform's operator, who stands in no district, has none. */
export function Home() {
  const { viewer, district } = useViewer()
  const operates = !district && viewer.posts.some(({ role }) => role === 'PLATFORM_OPERATOR')
  return <Navigate to={operates ? '/operator/documents' : '/queue'} replace />
}
