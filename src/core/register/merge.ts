import type { Day } from '../kit/days.ts'
import type { LocationRecord } from './location.ts'
import { mergeFacts } from './merge/facts.ts'
import { type Known, newestKnownFirst } from './merge/known.ts'
import { mergeRatings } from './merge/ratings.ts'

/** A location as all sources together know it. */
export type MergedLocation = LocationRecord & {
  readonly latestCheck: Day | null
  readonly latestReport: Day | null
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((one, other) => ((one ?? '') < (other ?? '') ? other : one), null)

/**
 * Returns a location as the register holds it, from the latest that each source says of it. It is a function of what
 * is known alone: neither the order in which it came nor how often matters, and a newer word always beats an older.
 * Its keys stand in one order, so that two can be compared as texts.
 */
export const mergeKnowledge = (id: string, known: readonly Known[]): MergedLocation => {
  const sources = newestKnownFirst(known)
  return {
    id,
    ...mergeFacts(sources.map(({ facts }) => facts)),
    ratings: mergeRatings(sources),
    latestCheck: latest(known.map(({ latestCheck }) => latestCheck)),
    latestReport: latest(known.map(({ latestReport }) => latestReport)),
  }
}
