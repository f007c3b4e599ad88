import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { Facts } from '@/components/Facts'
import { useLimitText } from '@/lib/use-limit-text'
import type { FullVersion } from './VersionScreen'

const at = (name: string | null | undefined, instant: string | null | undefined) =>
  instant && (
    <>
      {name} <Instant at={instant} />
    </>
  )

export function VersionFacts({ version }: { version: FullVersion }) {
  const { t } = useTranslation()
  const limitText = useLimitText()
  const { content, trail } = version
  const lines = (all: readonly string[]) => all.length > 0 && <ol className="papers">{all.map((one, place) => <li key={place}>{one}</li>)}</ol>
  return (
    <section className="card" aria-label={t('catalog.content')}>
      <Facts
        facts={[
          [t('catalog.name'), content.name],
          [t('catalog.mainItem'), content.mainItem],
          [t('catalog.approvalType'), t(`catalog.approvalTypes.${content.approvalType}`)],
          [t('catalog.promised'), limitText(content.promisedLimit, content.limitUnit, t('catalog.unconfirmed'))],
          [t('catalog.statutory'), limitText(content.statutoryLimit, content.limitUnit, t('catalog.noStatutory'))],
          [t('catalog.visits'), content.visits],
          [t('catalog.onlineDepth'), t(`catalog.onlineDepths.${content.onlineDepth}`)],
          [t('catalog.fee'), content.fee],
          [t('catalog.contact'), content.contact],
          [t('catalog.legalBasis'), content.legalBasis],
          [t('catalog.conditions'), lines(content.conditions)],
          [t('catalog.steps'), lines(content.steps)],
          [t('catalog.drafted'), at(trail.draftedBy, trail.draftedAt)],
          [t('catalog.reviewed'), at(trail.reviewedBy, trail.reviewedAt)],
          [t('catalog.opinion'), trail.opinion],
          [t('catalog.published'), at(trail.publishedBy, trail.publishedAt)],
          [t('catalog.document'), trail.documentNo],
          [t('catalog.effectiveOn'), trail.effectiveOn],
        ]}
      />
    </section>
  )
}
