import type { Viewer } from '@/lib/viewer'

/** Administrators in their charge, heads in their unit. */
export const mayHandOver = (viewer: Viewer): boolean =>
  viewer.viewerCanAdministerAccounts || viewer.posts.some(({ role }) => role === 'DEPARTMENT_HEAD')
