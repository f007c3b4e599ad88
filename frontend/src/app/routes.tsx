import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Loading } from '@/components/ScreenStates'
import { Continue } from './Continue'
import { Home } from './Home'
import { Crashed, NotFound } from './Lost'
import { Shell } from './Shell'

type Screen = () => Promise<{ default: React.ComponentType }>

const screen = (path: string, load: Screen): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
  HydrateFallback: Loading,
})

/** Each screen is a chunk of its own. The server forwards these paths to index.html. */
const screens: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'continue', element: <Continue /> },
  screen('queue', () => import('@/features/clock/QueueScreen')),
  screen('to-sign', () => import('@/features/cases/ToSignScreen')),
  screen('to-rule', () => import('@/features/cases/ToRuleScreen')),
  screen('results', () => import('@/features/cases/ResultsScreen')),
  screen('green-requests', () => import('@/features/cases/GreenRequestsScreen')),
  screen('calendar', () => import('@/features/clock/CalendarScreen')),
  screen('accept', () => import('./AcceptPage')),
  screen('consultations', () => import('@/features/cases/ConsultationsScreen')),
  screen('consultations/:id', () => import('@/features/cases/ConsultationScreen')),
  screen('find', () => import('@/features/cases/FindScreen')),
  screen('cases/:id', () => import('./CasePage')),
  screen('procedures/:itemId', () => import('@/features/cases/ProcedureScreen')),
  screen('suspensions', () => import('@/features/clock/SuspensionScreen')),
  screen('items', () => import('@/features/catalog/ItemsScreen')),
  screen('items/:id', () => import('@/features/catalog/ItemScreen')),
  screen('item-versions/:id', () => import('@/features/catalog/VersionScreen')),
  screen('items-waiting', () => import('@/features/catalog/WaitingScreen')),
  screen('decisions', () => import('@/features/catalog/DecisionsScreen')),
  screen('points', () => import('@/features/catalog/PointsScreen')),
  screen('overlaps', () => import('@/features/catalog/OverlapsScreen')),
  screen('lists', () => import('@/features/catalog/ListsScreen')),
  screen('list-versions/:id', () => import('@/features/catalog/ListVersionScreen')),
  screen('policies', () => import('@/features/catalog/PoliciesScreen')),
  screen('board', () => import('@/features/supervision/BoardScreen')),
  screen('decided', () => import('@/features/supervision/DecidedScreen')),
  screen('alerts', () => import('@/features/supervision/AlertsScreen')),
  screen('alerts/:id', () => import('@/features/supervision/AlertScreen')),
  screen('alert-rules', () => import('@/features/supervision/RulesScreen')),
  screen('ratings', () => import('@/features/evaluation/RatingsScreen')),
  screen('paper-templates', () => import('@/features/papers/TemplatesScreen')),
  screen('storage', () => import('@/features/files/StorageScreen')),
  screen('organisation', () => import('@/features/organisation/UnitsScreen')),
  screen('organisation/changes', () => import('@/features/organisation/ChangesScreen')),
  screen('organisation/in-place', () => import('@/features/organisation/InPlaceScreen')),
  screen('organisation/points', () => import('@/features/organisation/PointsScreen')),
  screen('organisation/:id', () => import('@/features/organisation/UnitScreen')),
  screen('accounts', () => import('@/features/identity/AccountsScreen')),
  screen('accounts/:id', () => import('@/features/identity/PersonScreen')),
  screen('access-review', () => import('@/features/identity/ReviewScreen')),
  screen('leave', () => import('@/features/identity/LeaveScreen')),
  screen('hand-over', () => import('@/features/identity/HandOverScreen')),
  screen('password', () => import('@/features/identity/PasswordScreen')),
  screen('security', () => import('@/features/identity/SecurityScreen')),
  screen('imports', () => import('@/features/exchange/ImportsScreen')),
  screen('imports/:id', () => import('@/features/exchange/ImportScreen')),
  screen('inbox', () => import('@/features/outbox/InboxScreen')),
  screen('notices', () => import('@/features/outbox/NoticesScreen')),
  screen('deliveries', () => import('@/features/outbox/DeliveriesScreen')),
  screen('partners', () => import('@/features/partners/PartnersScreen')),
  screen('operator/documents', () => import('@/features/partners/DocumentsScreen')),
  screen('operator/storage', () => import('@/features/files/LimitsScreen')),
  screen('audit', () => import('@/features/audit/AuditScreen')),
  { path: '*', Component: NotFound },
]

export const router = createBrowserRouter([
  {
    path: '/',
    element: (
      <NuqsAdapter defaultOptions={{ shallow: false }}>
        <Shell />
      </NuqsAdapter>
    ),
    HydrateFallback: Loading,
    errorElement: <Crashed />,
    children: [{ errorElement: <Crashed />, children: screens }],
  },
])
