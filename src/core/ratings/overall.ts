/** How one band comes of all the criteria (WA3). */
import { counted, listed } from '../kit/words.ts'
import type { Band } from '../policy/band.ts'
import type { OverallRule, RatingPolicy } from '../policy/policy.ts'
import { byPoints, sumInWords } from './points.ts'
import type { CriterionRating, Overall } from './rating.ts'

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
    const points = policy.overall.kind === 'points' ? { points: null } : {}
    return { state: 'unknown', band: null, decidedBy: [], ...counts, ...points, because }
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
  const unknown = known === applying ? '' : ` ${applying - known} more not known.`
  if (points !== undefined) return sumInWords(band, points, decidedBy, known) + unknown
  const names = listed(decidedBy.map(({ name }) => name))
  return `${band.name} because of ${decidedBy.length} of ${counted(known, 'known criterion', 'known criteria')}: ${names}.${unknown}`
}
