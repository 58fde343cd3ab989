import type { Day } from '../kit/days.ts'
import { type CqcFact, cqcFact, cqcFactsByService } from './cqc-facts.ts'
import type { Rating } from './rating.ts'

/** CQC's rating that stands changed: of a location, or of one service of it. */
export type RatingChange = {
  readonly location: string
  /** Null for the location as a whole. */
  readonly service: string | null
  readonly before: CqcFact | null
  readonly after: CqcFact | null
}

/** What stands, by service; the location as a whole stands under null. */
const standing = (ratings: readonly Rating[], asAt: Day): ReadonlyMap<string | null, CqcFact> => {
  const own = cqcFact(ratings, asAt)
  return new Map([...(own ? [[null, own] as const] : []), ...cqcFactsByService(ratings, asAt)])
}

/**
 * Returns what changed between two states of a location's ratings, each newest first. A new report with the same
 * grades is a change too: CQC has been there again.
 */
export const ratingChanges = (
  location: string,
  before: readonly Rating[],
  after: readonly Rating[],
  asAt: Day,
): readonly RatingChange[] => {
  const [then, now] = [standing(before, asAt), standing(after, asAt)]
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((service) => ({
      location,
      service,
      before: then.get(service) ?? null,
      after: now.get(service) ?? null,
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
