import * as audit from '@/features/audit/words'
import * as cases from '@/features/cases/words'
import * as steps from '@/features/cases/step-words'
import * as consult from '@/features/cases/consultation-words'
import * as legal from '@/features/cases/legal-words'
import * as catalog from '@/features/catalog/words'
import * as clock from '@/features/clock/words'
import * as evaluation from '@/features/evaluation/words'
import * as exchange from '@/features/exchange/words'
import * as files from '@/features/files/words'
import * as identity from '@/features/identity/words'
import * as security from '@/features/identity/security-words'
import * as outbox from '@/features/outbox/words'
import * as partners from '@/features/partners/words'
import * as papers from '@/features/papers/words'
import * as organisation from '@/features/organisation/words'
import * as alerts from '@/features/supervision/alert-words'
import * as supervision from '@/features/supervision/words'
import * as common from '@/lib/words'
import * as app from './app-words'

/** Chinese first; every room brings its own words. */
export const zh = {
  ...common.zh,
  app: app.zh,
  identity: identity.zh,
  security: security.zh,
  organisation: organisation.zh,
  clock: clock.zh,
  catalog: catalog.zh,
  cases: cases.zh,
  consult: consult.zh,
  legal: legal.zh,
  steps: steps.zh,
  files: files.zh,
  papers: papers.zh,
  partners: partners.zh,
  evaluation: evaluation.zh,
  supervision: supervision.zh,
  alerts: alerts.zh,
  audit: audit.zh,
  exchange: exchange.zh,
  outbox: outbox.zh,
}

export const en: typeof zh = {
  ...common.en,
  app: app.en,
  identity: identity.en,
  security: security.en,
  organisation: organisation.en,
  clock: clock.en,
  catalog: catalog.en,
  cases: cases.en,
  consult: consult.en,
  legal: legal.en,
  steps: steps.en,
  files: files.en,
  papers: papers.en,
  partners: partners.en,
  evaluation: evaluation.en,
  supervision: supervision.en,
  alerts: alerts.en,
  audit: audit.en,
  exchange: exchange.en,
  outbox: outbox.en,
}
