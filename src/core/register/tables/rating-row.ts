import type { Day } from '../../kit/days.ts'
import type { LocationFacts, NamedProvider } from '../knowledge.ts'

/** One row of the latest ratings: what one service of a location, or the location, got for one domain. */
export type RatingRow = {
  readonly id: string
  readonly producedOn: Day | null
  /** Made when asked for: every row of a location repeats them. */
  readonly facts: () => LocationFacts
  readonly provider: NamedProvider
  /** Null for the location as a whole. */
  readonly service: string | null
  /** The key question; null for the overall rating. */
  readonly domain: string | null
  readonly rating: string
  readonly published: Day | null
  readonly inherited: boolean
}
