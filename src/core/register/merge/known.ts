import type { Day } from '../../kit/days.ts'
import type { LocationFacts, Source, StatedRatings } from '../knowledge.ts'
import { canonical } from './canonical.ts'

/** What one source says of a location, as it is kept: the latest of that source. */
export type Known = {
  readonly source: Source
  /**
   * When it was produced: a day, or the moment at which the API was asked, or '' where nothing tells it. It is
   * compared as text, so a moment comes after its own day, and what is undated before everything.
   */
  readonly produced: string
  readonly facts: LocationFacts
  readonly ratings: StatedRatings | null
  readonly latestCheck: Day | null
  readonly latestReport: Day | null
}

/** Of what was produced at the same time, the fuller source stands first. */
const fullestFirst: readonly Source[] = [
  'api',
  'active-locations',
  'latest-ratings',
  'directory',
  'website-search',
]

const order = (one: string, other: string): number => Number(one > other) - Number(one < other)

/** Newest first, each once, in an order that is the same whatever order they came in. */
export const newestKnownFirst = (all: readonly Known[]): readonly Known[] => {
  if (all.length < 2) return all
  return [...new Map(all.map((known) => [canonical(known), known]))]
    .toSorted(
      ([words, one], [otherWords, other]) =>
        order(other.produced, one.produced) ||
        fullestFirst.indexOf(one.source) - fullestFirst.indexOf(other.source) ||
        order(words, otherWords),
    )
    .map(([, known]) => known)
}
