import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { OrganisationUnitDocument } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { ChangeList } from './ChangeList'
import { CodesModal } from './CodesModal'
import { RenameModal } from './RenameModal'
import { savedWords } from './saved-words'
import { SplitModal } from './SplitModal'

/** One unit: its codes, what became of it, and what may be done with it. */
export default function UnitScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const { id = '' } = useParams()
  const [{ data, fetching, error }, ask] = useQuery({ query: OrganisationUnitDocument, variables: { id } })
  const [asked, setAsked] = useState<'codes' | 'rename' | 'split' | null>(null)
  const [said, setSaid] = useState('')
  const reload = () => ask({ requestPolicy: 'network-only' })
  const unit = data?.unit
  const edits = viewer.viewerCanEditOrganisation && unit && !unit.closedOn
  const close = () => setAsked(null)
  const saved = (words: string) => {
    setSaid(words)
    close()
    reload()
  }

  return (
    <Page
      title={unit?.name ?? t('organisation.unit')}
      actions={
        <>
          <Link to="/organisation">{t('organisation.back')}</Link>
          {edits &&
            (['codes', 'rename', 'split'] as const).map((action) => (
              <Button key={action} onClick={() => setAsked(action)}>
                {t(action === 'codes' ? 'organisation.editCodes' : `organisation.${action}`)}
              </Button>
            ))}
        </>
      }
    >
      <p role="status">{said}</p>
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={reload}
        empty={!unit}
        emptyText={t('organisation.notThere')}
      >
        {() =>
          unit && (
            <>
              <section className="card">
                <Facts
                  facts={[
                    [t('organisation.kind'), t(`organisation.kinds.${unit.kind}`)],
                    [t('organisation.subDistrict'), unit.subDistrict?.name ?? t('units.districtLevel')],
                    [
                      t('organisation.state'),
                      unit.closedOn ? t('organisation.closedOn', { day: unit.closedOn }) : t('organisation.open'),
                    ],
                    [t('organisation.codes'), unit.aliases.length > 0 && <span className="code">{unit.aliases.join(' · ')}</span>],
                  ]}
                />
              </section>
              <section>
                <h2>{t('organisation.changes')}</h2>
                <ChangeList changes={unit.changes} onCancelled={reload} />
              </section>
            </>
          )
        }
      </ScreenState>
      {unit && asked === 'codes' && <CodesModal unit={unit} onReload={reload} onClose={close} onSaved={() => saved(t('organisation.saved'))} />}
      {unit && asked === 'rename' && <RenameModal unit={unit} onReload={reload} onClose={close} onSaved={(change) => saved(savedWords(change, t))} />}
      {unit && asked === 'split' && <SplitModal unit={unit} onReload={reload} onClose={close} onSaved={(change) => saved(savedWords(change, t))} />}
    </Page>
  )
}
