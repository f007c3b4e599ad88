import { useEffect, useState } from 'preact/hooks'
import { GuideDocument, type GuideQuery } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { useWords } from '../language'
import { Message } from '../Message'
import { hoursText } from './hours'
import { addressOf } from './place'
import { Qr } from './Qr'
import { approvals, depths, limitText, types, words } from './words'

type Guide = NonNullable<GuideQuery['guide']>
type State = Guide | 'opening' | 'missing' | 'trouble'

export function GuideSheet({ district, item }: { district: string; item: string }) {
  const { t } = useWords(words)
  const [state, setState] = useState<State>('opening')

  useEffect(() => {
    ask(GuideDocument, { id: item }, district).then(
      ({ guide }) => setState(guide || 'missing'),
      () => setState('trouble'),
    )
  }, [district, item])

  useEffect(() => {
    if (typeof state === 'object') document.title = `${state.item.name} · ${t('title')}`
  }, [state, t])

  if (state === 'opening') return <p class="card">{t('opening')}</p>
  if (typeof state === 'string') {
    return (
      <Message title={t(state === 'missing' ? 'missing' : 'trouble')}>
        <p>
          <a href={addressOf({ district, item: null })}>{t('all')}</a>
        </p>
      </Message>
    )
  }
  return <Sheet guide={state} district={district} />
}

type Fact = [string, string | null]

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ol>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

/** Address, telephone and hours; a place of which nobody has entered any is its name. */
function Places({ places }: { places: Guide['places'] }) {
  const { t, language } = useWords(words)
  return (
    <>
      {places.map((place) => {
        const hours = hoursText(place.openingHours, language)
        return (
          <p key={place.name}>
            <strong>{place.name}</strong>
            {place.enterprise && ` (${t('enterprises')})`}
            {place.address && <span> · {place.address}</span>}
            {place.phone && (
              <span>
                {' · '}
                <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{place.phone}</a>
              </span>
            )}
            {hours && <small> · {hours}</small>}
          </p>
        )
      })}
    </>
  )
}

function Sheet({ guide, district }: { guide: Guide; district: string }) {
  const { t, language } = useWords(words)
  const { item, content } = guide
  const { t: type } = useWords(types)
  const { t: approval } = useWords(approvals)
  const { t: depth } = useWords(depths)
  // first what somebody who is about to go there asks, last what an official looks for
  const facts: Fact[] = [
    [t('promised'), limitText(item.promisedLimit, item.limitUnit, language) || t('noPromise')],
    [t('visits'), content.visits === null || content.visits === undefined ? null : String(content.visits)],
    [t('fee'), content.fee || null],
    [t('depth'), content.onlineDepth === 'NONE' ? null : depth(content.onlineDepth)],
    [t('department'), item.department.name],
    [t('contact'), content.contact || null],
  ]
  const more: Fact[] = [
    [t('statutory'), limitText(item.statutoryLimit, item.limitUnit, language)],
    [t('type'), type(item.taskType)],
    [t('approval'), approval(item.approvalType)],
    [t('code'), item.code],
    [t('document'), guide.documentNo || null],
  ]
  return (
    <article class="card guide">
      <h1>{item.name}</h1>
      {item.cancelledOn && <p class="notice strong">{t('cancelled', { day: item.cancelledOn, paper: item.cancelDocument || '' })}</p>}
      {item.demo && <p class="notice">{t('demo')}</p>}
      {!item.cancelledOn && item.promisedLimit !== null && item.promisedLimit !== undefined && (
        <p>
          <a class="go" href={`/apply/${district}/${item.id}`}>
            {t('apply')}
          </a>
        </p>
      )}
      <Facts facts={facts} />
      <h2>{t('materials')}</h2>
      {item.materials.length === 0 ? (
        <p>{t('noMaterials')}</p>
      ) : (
        <ol>
          {item.materials.map((one) => (
            <li key={one.name}>
              {one.name}{' '}
              <small>
                {t(one.required ? 'required' : 'optional')}
                {one.issuer && ` · ${t('issuer', { issuer: one.issuer })}`}
                {one.reuse === 'SAME_APPLICANT' && ` · ${t('reusable')}`}
              </small>
            </li>
          ))}
        </ol>
      )}
      <h2>{t('where')}</h2>
      {item.acceptancePoints.length === 0 ? (
        <p>{t('nowhereYet', { department: item.department.name })}</p>
      ) : (
        <ul>
          {item.acceptancePoints.map((unit) => (
            <li key={unit.name}>
              {unit.name}
              <Places places={guide.places.filter((place) => place.unit === unit.name)} />
            </li>
          ))}
        </ul>
      )}
      {content.conditions.length > 0 && <h2>{t('conditions')}</h2>}
      {content.conditions.length > 0 && <Lines lines={content.conditions} />}
      {content.steps.length > 0 && <h2>{t('steps')}</h2>}
      {content.steps.length > 0 && <Lines lines={content.steps} />}
      {content.legalBasis && <h2>{t('basis')}</h2>}
      {content.legalBasis && <p>{content.legalBasis}</p>}
      <h2>{t('about')}</h2>
      <Facts facts={more} />
      <Qr label={t('qr')} show={t('showQr')} />
      <p class="hint">{t('since', { no: item.edition, day: item.effectiveOn })}</p>
      <p class="actions">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <a href={addressOf({ district, item: null })}>{t('all')}</a>
      </p>
    </article>
  )
}
