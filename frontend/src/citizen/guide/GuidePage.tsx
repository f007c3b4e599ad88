import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../language'
import { Message } from '../Message'
import { GuideList } from './GuideList'
import { GuideSheet } from './GuideSheet'
import { PublicLists, PublicPolicies } from './Library'
import { placeOf } from './place'
import { words } from './words'

/** Search, or one item: the address decides, so that a guide can be sent, printed and scanned. */
export function GuidePage() {
  const { t } = useWords(words)
  const [place, setPlace] = useState(() => placeOf(location.pathname))
  useEffect(() => {
    const look = () => setPlace(placeOf(location.pathname))
    window.addEventListener('popstate', look)
    return () => window.removeEventListener('popstate', look)
  }, [])
  if (!place) {
    return (
      <Message title={t('nowhere')}>
        <p>{t('nowhereWhy')}</p>
      </Message>
    )
  }
  if (place.item === 'lists') return <PublicLists district={place.district} />
  if (place.item === 'policies') return <PublicPolicies district={place.district} />
  return place.item ? <GuideSheet district={place.district} item={place.item} /> : <GuideList district={place.district} />
}
