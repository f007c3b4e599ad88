import { useEffect, useState } from 'preact/hooks'
import { RateLink } from './RateLink'

function readLink() {
  const district = /^\/rate\/(\d{6})(?:\/|$)/.exec(location.pathname)
  return { district: district ? district[1] ?? '' : '', token: location.hash.slice(1) }
}

/**
 * The token stays in the fragment, which no server and no referrer ever sees, so that a reload works. Another link
 * opened in the same tab changes the fragment only: the browser does not reload, so this page starts anew by itself.
 */
export function RatePage() {
  const [link, setLink] = useState(readLink)
  useEffect(() => {
    const look = () => setLink(readLink())
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return <RateLink key={`${link.district}#${link.token}`} {...link} />
}
