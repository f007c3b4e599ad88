import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { ItemVersionDiffDocument, ItemVersionsDocument, type ItemVersionDiffQuery } from '@/gql/staff/graphql'
import { useState } from 'react'
import { useMaterialText } from './MaterialList'
import { useLimitText } from '@/lib/use-limit-text'
import type { FullVersion } from './VersionScreen'

type Diff = NonNullable<ItemVersionDiffQuery['itemVersionDiff']>
type Row = [key: string, name: string, before: string, after: string]

/** What this version changes against another one; against the one in force unless chosen otherwise. */
export function VersionDiff({ version, against }: { version: FullVersion; against: string | null }) {
  const { t } = useTranslation()
  const [{ data: all }] = useQuery({ query: ItemVersionsDocument, variables: { itemId: version.itemId } })
  const others = (all?.itemVersions ?? []).filter((one) => one.id !== version.id)
  const [chosen, setChosen] = useState(against)
  const from = chosen ?? others.find((one) => one.inForce)?.id ?? others.find((one) => one.no < version.no)?.id ?? version.id
  const [{ data, fetching, error }, ask] = useQuery({ query: ItemVersionDiffDocument, variables: { from, to: version.id } })
  return (
    <>
      <Choice label={t('catalog.compareTo')} value={from} onChange={setChosen}>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {t('catalog.versionNo', { no: one.no })} {one.inForce ? t('catalog.inForce') : t(`catalog.states.${one.state}`)}
          </option>
        ))}
        {others.length === 0 && <option value={version.id}>{t('catalog.onlyVersion')}</option>}
      </Choice>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() => data?.itemVersionDiff && <Tables diff={data.itemVersionDiff} />}
      </ScreenState>
    </>
  )
}

function Tables({ diff }: { diff: Diff }) {
  const { t } = useTranslation()
  const limitText = useLimitText()
  const text = useMaterialText()
  const burden = (one: Diff['before'], word: string): string => {
    if (word === 'promised') return limitText(one.promisedLimit, one.limitUnit, '—')
    return String((word === 'visits' ? one.visits : word === 'steps' ? one.steps : one.materials) ?? '—')
  }
  const words = (field: string, value: string | null | undefined) =>
    value == null
      ? '—'
      : field === 'APPROVAL_TYPE'
        ? t(`catalog.approvalTypes.${value}`)
        : field === 'ONLINE_DEPTH'
          ? t(`catalog.onlineDepths.${value}`)
          : field === 'LIMIT_UNIT'
            ? t(`budgetUnits.${value}`)
            : value
  const material = (one: Diff['materials'][number]['before'], missing: string) => (one ? t('pairs.beside', { name: one.name, value: text(one) }) : missing)
  return (
    <>
      <DiffTable
        caption={t('catalog.burden')}
        diff={diff}
        rows={['steps', 'materials', 'promised', 'visits'].map((word) => [
          word,
          t(`catalog.${word}`),
          burden(diff.before, word),
          burden(diff.after, word),
        ])}
      />
      <DiffTable
        caption={t('catalog.changedFields')}
        diff={diff}
        rows={diff.fields.map((one) => [one.field, t(`catalog.fields.${one.field}`), words(one.field, one.before), words(one.field, one.after)])}
      />
      <DiffTable
        caption={t('catalog.changedMaterials')}
        diff={diff}
        rows={diff.materials.map((one, place) => [
          String(place),
          one.before && one.after ? t('catalog.changed') : t(one.before ? 'catalog.dropped' : 'catalog.added'),
          material(one.before, '—'),
          material(one.after, '—'),
        ])}
      />
    </>
  )
}

function DiffTable({ caption, diff, rows }: { caption: string; diff: Diff; rows: Row[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={caption}>
      <h2>{caption}</h2>
      {rows.length === 0 ? (
        <Nothing>{t('catalog.nothingChanged')}</Nothing>
      ) : (
        <table className="records diff">
          <thead>
            <tr>
              <th scope="col">{t('catalog.what')}</th>
              <th scope="col">{t('catalog.versionNo', { no: diff.from.no })}</th>
              <th scope="col">{t('catalog.versionNo', { no: diff.to.no })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, name, before, after]) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="pre">{before}</td>
                <td className="pre">{before === after ? after : <strong>{after}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
