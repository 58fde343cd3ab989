/** The past of a criterion, from the proposals that were stored: what was known then, not what is known now. */
import {
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  minusMonths,
  plusMonths,
} from '../../../core/kit/days.ts'
import { monthInWords } from '../../../core/kit/words.ts'
import { figureInWords } from '../../../core/ratings/figure.ts'
import type { CriterionRating } from '../../../core/ratings/rating.ts'
import type { PastCriterion, PastProposal } from '../queries.ts'

/** A stretch of days over which a criterion's figure and colour stayed the same. */
export type Stretch = {
  readonly from: Day
  readonly to: Day
  readonly figure: string
  readonly value: string | number | null
  readonly proposes: string | null
}

/** The days that a chart spans. */
export type Reach = { readonly from: Day; readonly to: Day }

const monthsShown = 12

/** Returns the year of a chart that ends on a day. */
export const reachOf = (to: Day): Reach => ({ from: minusMonths(to, monthsShown), to })

/** Returns where in the reach a day lies: 0 at its beginning, 1 at its end. */
export const placeIn = ({ from, to }: Reach, day: Day): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, to)))

/** Returns names of months for the beginning, the middle and the end of a reach. */
export const monthsOf = (reach: Reach): readonly { readonly at: number; readonly label: string }[] =>
  [reach.from, plusMonths(reach.from, monthsShown / 2), reach.to].map((day) => ({
    at: placeIn(reach, day),
    label: monthInWords(day),
  }))

const stretchOf = (past: PastCriterion, from: Day, to: Day): Stretch => ({
  from,
  to,
  figure: figureInWords(past),
  value: past.state === 'known' ? past.value : null,
  proposes: past.state === 'known' ? past.proposes : null,
})

const same = (one: Stretch, other: Stretch): boolean =>
  one.figure === other.figure && one.proposes === other.proposes

const endOf = (proposal: PastProposal, reach: Reach): Day => dayOrEnd(proposal.supersededAt, reach)

const dayOrEnd = (at: Instant | null, { to }: Reach): Day => {
  const day = at === null ? to : dayOf(at)
  return day < to ? day : to
}

/** Returns the stretches of one criterion, oldest first. Proposals that changed another criterion only make none. */
export const stretchesOf = (
  history: readonly PastProposal[],
  criterion: Pick<CriterionRating, 'id'>,
  reach: Reach,
): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const proposal of history) {
    const past = proposal.criteria.find(({ id }) => id === criterion.id)
    if (past === undefined) continue
    const begun = dayOf(proposal.recordedAt)
    const next = stretchOf(past, begun < reach.from ? reach.from : begun, endOf(proposal, reach))
    const last = stretches.at(-1)
    // Of several proposals of one day, the last one is what the day ended with.
    if (last !== undefined && (same(last, next) || last.from === next.from)) stretches.pop()
    stretches.push(last !== undefined && same(last, next) ? { ...next, from: last.from } : next)
  }
  return stretches
}
