import { Button, Modal } from 'antd'
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { ListViews } from '@/components/ListViews'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { InPlaceDocument, type InPlaceFactsFragment } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import { BatchModal } from './BatchModal'
import { ProofFiles } from './ProofFiles'
import { ProofModal, type Proof } from './ProofModal'

type Batch = InPlaceFactsFragment['batches'][number]
type Row = Batch['units'][number] & { batch: Batch }

const FIGURES = ['established', 'stationed', 'authorised'] as const
const SHOWN = [...FIGURES.flatMap((figure) => [figure, `no-${figure}`] as const)] as const
const params = { batch: parseAsInteger, show: parseAsStringLiteral(SHOWN) }

function fits(row: Row, show: (typeof SHOWN)[number] | null): boolean {
  if (!show) return true
  const figure = FIGURES.find((one) => show.endsWith(one))
  return figure ? row[figure] !== show.startsWith('no-') : true
}

/** 两集中两到位: x of 16 for each of the three, and who lacks which proof. */
export default function InPlaceScreen() {
  const { t } = useTranslation()
  const [{ batch: number, show }, choose] = useQueryStates(params)
  const [{ data, fetching, error }, ask] = useQuery({ query: InPlaceDocument })
  const [asked, setAsked] = useState<{ batch: Batch | null } | { unitId: string; kind: Proof['kind'] } | null>(null)
  const reload = () => ask({ requestPolicy: 'network-only' })
  const done = () => {
    setAsked(null)
    reload()
  }
  const all = data?.inPlace
  const every = (all?.batches ?? []).flatMap((batch) => batch.units.map((unit) => ({ ...unit, batch })))
  const rows = every.filter((row) => (!number || row.batch.number === number) && fits(row, show))
  // found anew in each answer: its files may have changed while its window is open
  const asking = asked && 'unitId' in asked ? every.find((row) => row.unit.id === asked.unitId) : undefined
  const proof = asking?.proofs.find((one) => asked && 'kind' in asked && one.kind === asked.kind)

  const filesOf = (row: Row, { kind }: Proof) => (all?.files ?? []).filter((file) => file.kind === kind && file.unitId === row.unit.id)
  const proofText = (row: Row, proof: Proof) =>
    [
      proof.holds ? `${t('organisation.yes')} ${proof.documentNo} ${proof.documentDate ?? ''}` : t('organisation.lacking'),
      ...filesOf(row, proof).map((file) => file.name),
    ].join(' · ')
  const columns: Column<Row>[] = [
    { key: 'batch', title: t('organisation.batch'), text: (row) => row.batch.name },
    {
      key: 'unit',
      title: t('organisation.department'),
      text: (row) => row.replacedBy ? t('pairs.beside', { name: row.unit.name, value: t('organisation.replacedBy', { name: row.replacedBy.name }) }) : row.unit.name,
      render: (row) => (
        <>
          <Link to={`/organisation/${row.unit.id}`}>{row.unit.name}</Link>
          {row.replacedBy && (
            <>
              {' '}
              <Link className="warn" to={`/organisation/${row.replacedBy.id}`}>
                {t('organisation.replacedBy', { name: row.replacedBy.name })}
              </Link>
            </>
          )}
        </>
      ),
    },
    ...(['FUNCTIONS_IN_ONE_OFFICE', 'OFFICE_IN_CENTRE', 'ITEMS_STATIONED', 'AUTHORISED'] as const).map(
      (kind, place): Column<Row> => ({
        key: kind,
        title: t(`organisation.proofs.${kind}`),
        text: (row) => (row.proofs[place] ? proofText(row, row.proofs[place]) : ''),
        render: (row) => {
          const proof = row.proofs[place]
          if (!proof) return null
          const words = <span className={proof.holds ? undefined : 'warn'}>{proofText(row, proof)}</span>
          if (!all?.viewerCanEdit && filesOf(row, proof).length === 0) return words
          return (
            <button type="button" className="plain-link" onClick={() => setAsked({ unitId: row.unit.id, kind })}>
              {words}
              <span className="visually-hidden">
                {' '}
                {row.unit.name} {t(`organisation.proofs.${kind}`)}
              </span>
            </button>
          )
        },
      }),
    ),
  ]
  const shown = useColumns(columns)
  const list = useSorted(columns, rows)

  return (
    <Page
      title={t('organisation.inPlace')}
      actions={
        <>
          <SheetButton name={t('organisation.inPlace')} columns={shown} rows={list.rows} />
          {all?.viewerCanEdit && (
            <Button type="primary" onClick={() => setAsked({ batch: null })}>
              {t('organisation.newBatch')}
            </Button>
          )}
        </>
      }
    >
      <p className="note">{t('organisation.inPlaceWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={all?.batches.length === 0} emptyText={t('organisation.noBatches')}>
        {() =>
          all && (
            <>
              <RecordTable
                caption={t('organisation.progress')}
                rows={all.batches}
                rowKey={(batch) => batch.id}
                columns={[
                  { key: 'name', title: t('organisation.batch'), text: (batch) => batch.name },
                  ...FIGURES.map(
                    (figure): Column<Batch> => ({
                      key: figure,
                      title: t(`organisation.${figure}`),
                      numeric: true,
                      text: (batch) => `${batch[figure].done}/${batch[figure].of}`,
                      render: (batch) => (
                        <>
                          <Link to={`?batch=${batch.number}&show=${figure}`}>
                            {batch[figure].done}/{batch[figure].of}
                          </Link>
                          {batch[figure].done < batch[figure].of && (
                            <Link className="warn" to={`?batch=${batch.number}&show=no-${figure}`}>
                              {' '}
                              {t('organisation.lack', { count: batch[figure].of - batch[figure].done })}
                            </Link>
                          )}
                        </>
                      ),
                    }),
                  ),
                  {
                    key: 'actions',
                    action: true,
                    title: t('organisation.actions'),
                    text: () => '',
                    render: (batch) =>
                      all.viewerCanEdit && (
                        <Button onClick={() => setAsked({ batch })}>
                          {t('organisation.change')}
                          <span className="visually-hidden"> {batch.name}</span>
                        </Button>
                      ),
                  },
                ]}
              />
              <h2>{t('organisation.who')}</h2>
              <ListViews list="in-place" columns={columns} />
              <search className="filters">
                <Choice label={t('organisation.batch')} value={number ? String(number) : ''} onChange={(value) => void choose({ batch: value ? Number(value) : null })}>
                  <option value="">{t('organisation.allBatches')}</option>
                  {all.batches.map((batch) => (
                    <option key={batch.id} value={batch.number}>
                      {batch.name}
                    </option>
                  ))}
                </Choice>
                <Choice label={t('organisation.show')} value={show ?? ''} onChange={(value) => void choose({ show: SHOWN.find((one) => one === value) ?? null })}>
                  <option value="">{t('organisation.showAll')}</option>
                  {SHOWN.map((one) => (
                    <option key={one} value={one}>
                      {t(one.startsWith('no-') ? 'organisation.without' : 'organisation.with', { what: t(`organisation.${one.replace('no-', '')}`) })}
                    </option>
                  ))}
                </Choice>
              </search>
              <RecordTable caption={t('organisation.who')} columns={shown} rows={list.rows} rowKey={(row) => row.unit.id} order={list.order} />
            </>
          )
        }
      </ScreenState>
      {all && asked && 'batch' in asked && <BatchModal all={all} batch={asked.batch} onReload={done} onSaved={done} onClose={() => setAsked(null)} />}
      {asking && proof && all?.viewerCanEdit && (
        <ProofModal unit={asking.unit} proof={proof} files={filesOf(asking, proof)} onFiles={reload} onReload={done} onSaved={done} onClose={() => setAsked(null)} />
      )}
      {asking && proof && !all?.viewerCanEdit && (
        <Modal open title={`${asking.unit.name}: ${t(`organisation.proofs.${proof.kind}`)}`} footer={null} onCancel={() => setAsked(null)}>
          <p>{proofText(asking, proof)}</p>
          <ProofFiles unitId={asking.unit.id} kind={proof.kind} files={filesOf(asking, proof)} mayEdit={false} onChanged={reload} />
        </Modal>
      )}
    </Page>
  )
}
