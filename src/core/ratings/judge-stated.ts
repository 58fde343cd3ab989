/** Criteria that read a fact which people state of a service: an amount, a level, a day. */
import { type Day, isDay } from '../kit/days.ts'
import { type Fraction, quantityOf } from '../kit/exact.ts'
import { monthsSince } from '../kit/months.ts'
import type { Band } from '../policy/band.ts'
import type { AmountCriterion, SinceCriterion, StatedCriterion } from '../policy/stated-criterion.ts'
import type { ServiceSummary } from './facts.ts'
import type { Confidence, Finding, StatedEvidence, UnknownReason } from './rating.ts'
import { bandsOf } from './tolerance.ts'

const asStated: Confidence = { level: 'ok', because: 'It is what was stated, and hangs on no count.' }

const figureOf = (
  criterion: AmountCriterion | SinceCriterion,
  stated: string | number,
  asAt: Day,
): Fraction | null => {
  if (criterion.kind === 'amount') return quantityOf(String(stated))
  return typeof stated === 'string' && isDay(stated) ? monthsSince(stated, asAt) : null
}

const permittedBy = (criterion: StatedCriterion, stated: string | number, asAt: Day): readonly Band[] => {
  if (criterion.kind === 'level')
    return criterion.tolerances
      .filter(({ grades }) => grades.includes(String(stated)))
      .map(({ band }) => band)
  const figure = figureOf(criterion, stated, asAt)
  return figure === null ? [] : bandsOf(criterion.tolerances, figure)
}

/** What people stated goes before what is written in the contracts. */
const statedOf = (
  criterion: StatedCriterion,
  { risk, contractValue }: ServiceSummary,
): Pick<StatedEvidence, 'stated' | 'takenFrom'> => {
  const stated = risk?.[criterion.fact] ?? null
  const taken = criterion.kind === 'amount' && criterion.takenFrom ? (contractValue ?? null) : null
  return stated === null && taken !== null ? { stated: taken, takenFrom: 'contracts' } : { stated }
}

/**
 * Returns what a stated fact means under its criterion. What nobody stated is unknown, and so is a day after the
 * evaluation day: nobody could have stated it then.
 */
export const judgeStated = (
  criterion: StatedCriterion,
  service: ServiceSummary,
  asAt: Day,
): Exclude<Finding, { evidence: null }> => {
  const { fact, kind, knownBy } = criterion
  const evidence = { kind, fact, ...statedOf(criterion, service) }
  const { stated } = evidence
  const unknown = (reason: UnknownReason) =>
    ({ evidence, state: 'unknown', reasons: [reason], wouldHelp: knownBy }) as const
  if (stated === null) return unknown('not-stated')
  if (kind === 'since' && stated > asAt) return unknown('stated-later')
  const permitted = permittedBy(criterion, stated, asAt)
  const [band] = permitted
  if (band === undefined) throw new Error(`No band holds ${stated} of ${fact}: it was not checked.`)
  return {
    evidence,
    state: 'known',
    value: stated,
    interval: null,
    permits: permitted.map(({ id }) => id),
    proposes: band.id,
    confidence: asStated,
  }
}
