/** Where a policy adds points: what each criterion gives, and the sum. */
import { counted, listed } from '../kit/words.ts'
import type { Band } from '../policy/band.ts'
import type { Criterion, OverallRule, RatingPolicy } from '../policy/policy.ts'
import type { CriterionRating } from './rating.ts'
import { bandsOf, proposed } from './tolerance.ts'

type PointsRule = Extract<OverallRule, { kind: 'points' }>
type KnownCriterion = CriterionRating & { readonly state: 'known' }

// A cell's own points go before those of its band.
const pointsOf = (rule: PointsRule, { tolerances }: Criterion, band: string): number =>
  tolerances.find((cell) => cell.band.id === band)?.points ??
  rule.points.find((each) => each.band.id === band)?.each ??
  0

/** Returns a criterion's rating with its points where the policy adds points, else as it is. */
export const withPoints = (
  { overall }: RatingPolicy,
  criterion: Criterion,
  found: CriterionRating,
): CriterionRating => {
  if (overall.kind !== 'points') return found
  if (found.state !== 'known') return { ...found, points: null }
  const points = pointsOf(overall, criterion, found.proposes)
  return { ...found, points, because: `${found.because} It adds ${counted(points, 'point', 'points')}.` }
}

/** Returns the sum of the known criteria, the band that holds it, and who gave any. */
export const byPoints = (rule: PointsRule, known: readonly KnownCriterion[]) => {
  const points = known.reduce((sum, criterion) => sum + (criterion.points ?? 0), 0)
  const band = proposed(bandsOf(rule.tolerances, { numerator: points, denominator: 1 }), 'worse')
  return { band, points, decidedBy: known.filter((criterion) => (criterion.points ?? 0) > 0) }
}

/** Returns the sum as it is made: `Medium: 7 points from 5 known criteria (CQC rating 5, Complaints 2).` */
export const sumInWords = (
  band: Band,
  points: number,
  decidedBy: readonly KnownCriterion[],
  known: number,
): string => {
  const parts = listed(decidedBy.map((each) => `${each.name} ${each.points ?? 0}`))
  const from = `${band.name}: ${counted(points, 'point', 'points')} from ${counted(known, 'known criterion', 'known criteria')}`
  return parts === '' ? `${from}.` : `${from} (${parts}).`
}
