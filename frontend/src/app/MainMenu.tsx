import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useViewer, type Viewer } from '@/lib/viewer'

interface Entry {
  path: string
  word: string
  may?: (viewer: Viewer) => boolean
}

const signs = (viewer: Viewer) =>
  viewer.posts.some(({ role }) => role === 'DEPARTMENT_OFFICER' || role === 'DEPARTMENT_HEAD')

const grants = (viewer: Viewer) => viewer.posts.some(({ role }) => role === 'DEPARTMENT_HEAD' || role === 'LEADER')

const receives = (viewer: Viewer) => signs(viewer) || viewer.posts.some(({ role }) => role === 'WINDOW_CLERK')

const rules = (viewer: Viewer) => viewer.posts.some(({ role }) => role === 'SUPERVISOR' || role === 'LEADER')

const publishes = (viewer: Viewer) =>
  viewer.posts.some(({ role }) => role === 'LEGAL_REVIEWER' || role === 'DISTRICT_ADMIN')

const administers = (viewer: Viewer) => viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')

const operates = (viewer: Viewer) => viewer.posts.some(({ role }) => role === 'PLATFORM_OPERATOR')

/** All there is for the platform's operator, who stands in no district. */
const platform = {
  word: 'app.groups.platform',
  entries: [
    { path: '/operator/documents', word: 'partners.documentsTitle' },
    { path: '/operator/storage', word: 'files.limitsTitle' },
    { path: '/calendar', word: 'app.calendar' },
  ] as Entry[],
}

/** Lists of cases and ratings leave through supervision and audit too. */
const takesOut = (viewer: Viewer) => viewer.posts.some(({ role }) => role === 'SUPERVISOR' || role === 'AUDITOR')

/** By what one does with them; a group nobody may enter is not shown. */
const groups: { word: string; entries: Entry[] }[] = [
  {
    word: 'app.groups.cases',
    entries: [
      { path: '/queue', word: 'app.queue' },
      { path: '/to-sign', word: 'app.toSign', may: receives },
      { path: '/results', word: 'app.results', may: signs },
      { path: '/green-requests', word: 'app.greenRequests', may: grants },
      { path: '/accept', word: 'app.accept', may: (viewer) => viewer.viewerCanAcceptCases },
      { path: '/consultations', word: 'app.consultations' },
      { path: '/find', word: 'app.find' },
      { path: '/ratings', word: 'app.ratings' },
      { path: '/leave', word: 'app.leave', may: (viewer) => viewer.posts.some(({ unit }) => !!unit) },
    ],
  },
  {
    word: 'app.groups.supervision',
    entries: [
      { path: '/board', word: 'app.board', may: (viewer) => viewer.viewerCanSeeBoard },
      { path: '/alerts', word: 'app.alerts', may: (viewer) => viewer.viewerCanSeeBoard || viewer.posts.some(({ unit }) => !!unit) },
      { path: '/alert-rules', word: 'app.alertRules', may: (viewer) => viewer.viewerCanSeeBoard },
      { path: '/to-rule', word: 'app.toRule', may: rules },
      { path: '/suspensions', word: 'app.suspensions', may: (viewer) => viewer.viewerCanSeeBoard },
      { path: '/hand-over', word: 'app.handOver', may: (viewer) => viewer.viewerCanSeeBoard },
      { path: '/audit', word: 'app.audit', may: (viewer) => viewer.viewerCanReadAudit },
    ],
  },
  {
    word: 'app.groups.catalog',
    entries: [
      { path: '/items', word: 'app.items' },
      { path: '/items-waiting', word: 'app.waiting', may: publishes },
      { path: '/decisions', word: 'app.decisions' },
      { path: '/lists', word: 'app.lists' },
      { path: '/policies', word: 'app.policies' },
      { path: '/overlaps', word: 'app.overlaps' },
      { path: '/points', word: 'app.acceptancePoints', may: administers },
    ],
  },
  {
    word: 'app.groups.organisation',
    entries: [
      { path: '/organisation', word: 'app.organisation' },
      { path: '/organisation/points', word: 'app.points' },
      { path: '/organisation/in-place', word: 'app.inPlace' },
      { path: '/accounts', word: 'app.accounts', may: (viewer) => viewer.viewerCanAdministerAccounts },
      { path: '/calendar', word: 'app.calendar' },
    ],
  },
  {
    word: 'app.groups.settings',
    entries: [
      { path: '/imports', word: 'app.imports', may: (viewer) => viewer.viewerCanAdministerAccounts || takesOut(viewer) },
      { path: '/paper-templates', word: 'app.paperTemplates', may: administers },
      { path: '/notices', word: 'outbox.settings' },
      { path: '/deliveries', word: 'outbox.deliveries', may: administers },
      { path: '/partners', word: 'partners.title', may: (viewer) => administers(viewer) || viewer.posts.some(({ role }) => role === 'AUDITOR') },
      { path: '/storage', word: 'app.storage', may: administers },
    ],
  },
]

export function MainMenu() {
  const { t } = useTranslation()
  const { viewer, district } = useViewer()
  const id = useId()
  return (
    <ul className="menu">
      {(operates(viewer) && !district ? [platform] : groups)
        .map(({ word, entries }) => ({ word, entries: entries.filter((entry) => entry.may?.(viewer) ?? true) }))
        .filter(({ entries }) => entries.length > 0)
        .map(({ word, entries }) => (
          <li key={word}>
            <span className="menu-group" id={`${id}${word}`}>{t(word)}</span>
            <ul aria-labelledby={`${id}${word}`}>
              {entries.map((entry) => (
                <li key={entry.path}>
                  <NavLink to={entry.path} end={entry.path === '/organisation'}>{t(entry.word)}</NavLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  )
}
