import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { AcceptancePointsCloseDocument, AcceptancePointsOpenDocument, UnitsDocument } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'

/** The units, the document, and the two acts on what is picked. */
export function PointsForm({ items, onDone }: { items: string[]; onDone: () => void }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const places = (data?.units ?? []).filter((unit) => unit.kind !== 'DEPARTMENT')
  const [units, setUnits] = useState<string[]>([])
  const [delegated, setDelegated] = useState(false)
  const [document, setDocument] = useState('')
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [changed, setChanged] = useState<number | null>(null)
  const open = useAction(AcceptancePointsOpenDocument)
  const close = useAction(AcceptancePointsCloseDocument)

  const act = async (opening: boolean) => {
    setRefused({ errors: [] })
    setChanged(null)
    const what = { itemIds: items, unitIds: units }
    const outcome = opening
      ? await open.run({ ...what, delegated, documentNo: document.trim() || null })
      : await close.run(what)
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    setChanged(outcome.result.changed ?? 0)
    onDone()
  }

  return (
    <section className="card" aria-label={t('catalog.pointsForm')}>
      <fieldset className="unit-ticks">
        <legend>
          {t('catalog.atUnits')}{' '}
          <button type="button" className="plain-link" onClick={() => setUnits(units.length === places.length ? [] : places.map((unit) => unit.id))}>
            {t(units.length === places.length ? 'catalog.noUnits' : 'catalog.allUnits')}
          </button>
        </legend>
        {places.map((unit) => (
          <label key={unit.id} className="tick">
            <input
              type="checkbox"
              checked={units.includes(unit.id)}
              onChange={(event) => setUnits(event.target.checked ? [...units, unit.id] : units.filter((id) => id !== unit.id))}
            />
            {unit.name}
          </label>
        ))}
      </fieldset>
      <div className="filters">
        <label className="tick">
          <input type="checkbox" checked={delegated} onChange={(event) => setDelegated(event.target.checked)} />
          {t('catalog.delegate')}
        </label>
        <label className="choice">
          {t('catalog.document')}
          <Input value={document} maxLength={200} onChange={(event) => setDocument(event.target.value)} />
        </label>
        <Button type="primary" loading={open.running} disabled={items.length === 0 || units.length === 0} onClick={() => void act(true)}>
          {t('catalog.openPoints', { items: items.length, units: units.length })}
        </Button>
        <Button loading={close.running} disabled={items.length === 0 || units.length === 0} onClick={() => void act(false)}>
          {t('catalog.closePoints')}
        </Button>
      </div>
      <p role="status">{changed !== null && t('catalog.pointsChanged', { count: changed })}</p>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </section>
  )
}
