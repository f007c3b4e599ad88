import { parseAsString, useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Page } from '@/components/Page'
import { NoPermission } from '@/components/ScreenStates'
import { useViewer } from '@/lib/viewer'
import { HandOverForm } from './HandOverForm'
import { mayHandOver } from './may-hand-over'
import { UnattendedList } from './UnattendedList'

/** Queues nobody works on, and how work gets into other hands. */
export default function HandOverScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [unit, setUnit] = useQueryState('unit', parseAsString)
  return (
    <Page title={t('identity.handOver')}>
      {mayHandOver(viewer) || viewer.viewerCanSeeBoard ? (
        <>
          <section>
            <h2>{t('identity.unattended')}</h2>
            <UnattendedList onHandOver={mayHandOver(viewer) ? (id) => void setUnit(id) : undefined} />
          </section>
          {mayHandOver(viewer) && (
            <section>
              <h2>{t('identity.handOver')}</h2>
              <HandOverForm key={unit} firstUnit={unit} />
            </section>
          )}
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}
