import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { InboxUnreadDocument } from '@/gql/staff/graphql'

const EVERY = 60_000

/** The way to one's messages with the number of unread ones; asks each minute and at each screen. */
export function UnreadLink() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [{ data }, ask] = useQuery({ query: InboxUnreadDocument })
  const asked = useRef(pathname) // of the screen that one came to first, the query asks by itself
  useEffect(() => {
    if (asked.current !== pathname) ask({ requestPolicy: 'network-only' })
    asked.current = pathname
    const again = setInterval(() => document.visibilityState === 'visible' && ask({ requestPolicy: 'network-only' }), EVERY)
    return () => clearInterval(again)
  }, [ask, pathname])
  const unread = data?.inboxUnread ?? 0
  return (
    <Link className="unread" to="/inbox" aria-label={unread ? `${t('outbox.inbox')} ${t('outbox.unread', { count: unread })}` : t('outbox.inbox')}>
      {t('outbox.inbox')}
      {unread > 0 && <span className="unread-count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
