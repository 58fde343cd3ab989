/** A rating as `./plumbline rate --json` prints it: every key always there, null where it has no meaning. */
import { rounded } from '../kit/exact.ts'
import type { Interval } from '../kit/statistics.ts'
import type { CriterionRating, Evidence, Overall, Rating } from './rating.ts'

type Fraction = { readonly numerator: number | null; readonly denominator: number | null }

const nothing: Fraction = { numerator: null, denominator: null }

const fractionOf = (criterion: CriterionRating): Fraction => {
  const { evidence } = criterion
  if (evidence?.kind === 'proportion') return { numerator: evidence.met, denominator: evidence.concluded }
  if (evidence?.kind !== 'rate') return nothing
  // What was counted of something that is not collected is no count.
  const deaf = criterion.state === 'unknown' && criterion.reasons.includes('not-collected')
  return { numerator: deaf ? null : evidence.events, denominator: evidence.population?.people ?? null }
}

const windowOf = (evidence: Evidence | null): { after: string; to: string } | null =>
  evidence !== null && 'window' in evidence ? { after: evidence.window.after, to: evidence.window.to } : null

const intervalOf = (interval: Interval | null): Interval | null =>
  interval === null ? null : { low: rounded(interval.low), high: rounded(interval.high) }

const criterionOf = (criterion: CriterionRating) => {
  const known = criterion.state === 'known' ? criterion : null
  return {
    id: criterion.id,
    kind: criterion.kind,
    state: criterion.state,
    ...fractionOf(criterion),
    value: known?.value ?? null,
    interval: intervalOf(known?.interval ?? null),
    permits: known?.permits ?? [],
    proposes: known?.proposes ?? null,
    confidence: known?.confidence.level ?? null,
    window: windowOf(criterion.evidence),
    source: criterion.source,
    because: criterion.because,
    ...(criterion.points === undefined ? {} : { points: criterion.points }),
  }
}

const overallOf = ({ band, state, decidedBy, known, missing, because, points }: Overall) => ({
  band,
  state,
  decidedBy,
  known,
  missing,
  because,
  ...(points === undefined ? {} : { points }),
})

/** Returns one rating in the shape of the command's output. */
export const outputOf = (rating: Rating) => ({
  service: rating.service,
  overall: overallOf(rating.overall),
  policy: rating.policy,
  criteria: rating.criteria.map(criterionOf),
})

export type RatingOutput = ReturnType<typeof outputOf>
