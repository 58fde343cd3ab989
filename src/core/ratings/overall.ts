/** How one band comes of all the criteria (WA3). */
import { counted, listed } from '../kit/words.ts'
import type { Band, OverallRule, RatingPolicy } from '../policy/policy.ts'
import type { CriterionRating, Overall } from './rating.ts'
import { bandsOf, proposed } from './tolerance.ts'

type KnownCriterion = CriterionRating & { readonly state: 'known' }
type Outcome = {
  readonly band: Band
  readonly decidedBy: readonly KnownCriterion[]
  readonly points?: number
}

const proposing = (known: readonly KnownCriterion[], bands: readonly Band[]): readonly KnownCriterion[] =>
  known.filter(({ proposes }) => bands.some(({ id }) => id === proposes))

const byWorst = (bands: readonly Band[], known: readonly KnownCriterion[]): Outcome | null => {
  const band = bands.find((candidate) => proposing(known, [candidate]).length > 0)
  return band === undefined ? null : { band, decidedBy: proposing(known, [band]) }
}

type PointsRule = Extract<OverallRule, { kind: 'points' }>

const byPoints = (rule: PointsRule, known: readonly KnownCriterion[]): Outcome => {
  const each = (criterion: KnownCriterion) =>
    rule.points.find(({ band }) => band.id === criterion.proposes)?.each ?? 0
  const points = known.reduce((sum, criterion) => sum + each(criterion), 0)
  const band = proposed(bandsOf(rule.tolerances, { numerator: points, denominator: 1 }), 'worse')
  return { band, points, decidedBy: known.filter((criterion) => each(criterion) > 0) }
}

type AtLeastRule = Extract<OverallRule, { kind: 'at-least-n' }>

const byAtLeast = (rule: AtLeastRule, known: readonly KnownCriterion[]): Outcome | null => {
  for (const [index, { band, criteria }] of rule.needs.entries()) {
    const decidedBy = proposing(
      known,
      rule.needs.slice(0, index + 1).map((need) => need.band),
    )
    if (decidedBy.length >= criteria) return { band, decidedBy }
  }
  return null
}

const outcomeOf = ({ overall, bands }: RatingPolicy, known: readonly KnownCriterion[]): Outcome | null => {
  if (overall.kind === 'worst') return byWorst(bands, known)
  return overall.kind === 'points' ? byPoints(overall, known) : byAtLeast(overall, known)
}

const isKnown = (criterion: CriterionRating): criterion is KnownCriterion => criterion.state === 'known'

/** Returns the overall of a service from what its criteria found. An unknown criterion never makes it better or worse. */
export const overallOf = (policy: RatingPolicy, criteria: readonly CriterionRating[]): Overall => {
  const applying = criteria.filter(({ state }) => state !== 'not-applicable')
  const known = applying.filter(isKnown)
  const missing = applying.filter(({ state }) => state === 'unknown').map(({ id }) => id)
  const least = Math.max(1, Math.min(policy.overall.leastKnown, applying.length))
  const counts = { known: known.length, missing }
  const outcome = known.length < least ? null : outcomeOf(policy, known)
  if (outcome === null) {
    const because = `No overall: ${known.length} of ${counted(applying.length, 'criterion', 'criteria')} known, and ${least} needed.`
    return { state: 'unknown', band: null, decidedBy: [], ...counts, because }
  }
  const { band, decidedBy, points } = outcome
  return {
    state: 'known',
    band: band.id,
    decidedBy: decidedBy.map(({ id }) => id),
    ...counts,
    ...(points === undefined ? {} : { points }),
    because: sentence(outcome, known.length, applying.length),
  }
}

const sentence = ({ band, decidedBy, points }: Outcome, known: number, applying: number): string => {
  const names = listed(decidedBy.map(({ name }) => name))
  const sum = points === undefined ? '' : ` with ${counted(points, 'point', 'points')}`
  const unknown = known === applying ? '' : ` ${applying - known} more not known.`
  return `${band.name}${sum} because of ${decidedBy.length} of ${counted(known, 'known criterion', 'known criteria')}: ${names}.${unknown}`
}
