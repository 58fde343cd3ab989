import type { RatingPolicy } from '../policy/policy.ts'
import { overallOf } from '../ratings/overall.ts'
import { withPoints } from '../ratings/points.ts'
import type { CriterionRating } from '../ratings/rating.ts'

type Alternatives = readonly (readonly CriterionRating[])[]

const proposing = (policy: RatingPolicy, rated: CriterionRating): readonly CriterionRating[] => {
  const criterion = policy.criteria.find(({ id }) => id === rated.id)
  if (rated.state !== 'known' || criterion === undefined) return [rated]
  return rated.permits.map((proposes) => withPoints(policy, criterion, { ...rated, proposes }))
}

const combined = (alternatives: Alternatives): Alternatives =>
  alternatives.reduce<Alternatives>(
    (all, each) => all.flatMap((before) => each.map((one) => [...before, one])),
    [[]],
  )

/**
 * Returns the bands that the criteria permit for the whole: those that the policy's own rule gives where each criterion
 * takes any of the bands that its value permits (WA1). Worst first. None where too little is known.
 */
export const permittedOverall = (
  policy: RatingPolicy,
  criteria: readonly CriterionRating[],
): readonly string[] => {
  const found = new Set(
    combined(criteria.map((rated) => proposing(policy, rated))).map(
      (chosen) => overallOf(policy, chosen).band,
    ),
  )
  return policy.bands.map(({ id }) => id).filter((id) => found.has(id))
}
