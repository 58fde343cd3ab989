import type { Day } from '../kit/days.ts'
import type { LocationRecord } from './location.ts'
import type { Rating } from './rating.ts'

/** Where CQC publishes what it knows: the API record by record, the others as one file for all England. */
export type Source = 'api' | 'directory' | 'latest-ratings' | 'active-locations' | 'website-search'

type Nested = Pick<LocationRecord, 'address' | 'registered'>

/** Facts of a location. Absent means that the source does not say; null, that it says there is none. */
export type LocationFacts = Partial<Omit<LocationRecord, 'id' | 'ratings' | keyof Nested>> & {
  readonly [Key in keyof Nested]?: Partial<Nested[Key]>
}

/** A provider as the rows of its locations name it. */
export type NamedProvider = { readonly id: string; readonly name: string }

/** A provider as a row of its own names it. */
export type ProviderKnowledge = NamedProvider & Pick<LocationKnowledge, 'source' | 'producedOn'>

/** Ratings that a source states. */
export type StatedRatings = {
  readonly list: readonly Rating[]
  /** Whether these are all that are current, so that others are no longer; false where more may be known elsewhere. */
  readonly complete: boolean
}

/** What one source says of a location that it gives no id for: to be matched by name and postcode. */
export type UnidentifiedKnowledge = {
  readonly source: Source
  /**
   * The day on which the source was produced, so that an older file never overwrites newer knowledge. Null where
   * nothing tells it: of a file, take it for older than anything that is dated; the API tells of the day it is asked.
   */
  readonly producedOn: Day | null
  readonly facts: LocationFacts
  /** Null where the source says nothing of ratings. */
  readonly ratings: StatedRatings | null
  readonly provider: NamedProvider | null
  /** The day of the latest check, and that of the latest report; null where the source does not say. */
  readonly latestCheck: Day | null
  readonly latestReport: Day | null
}

/** What one source says of one location. */
export type LocationKnowledge = UnidentifiedKnowledge & { readonly id: string }

/** Returns facts without those that a source does not state. */
export const stated = <Facts extends object>(
  facts: {
    readonly [Key in keyof Facts]: Facts[Key] | undefined
  },
): { readonly [Key in keyof Facts]?: Exclude<Facts[Key], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Facts]?: Exclude<Facts[Key], undefined>
  }

/** Returns a whole record of the API as knowledge: it says everything, and all ratings. */
export const knowledgeOf = ({ id, ratings, ...facts }: LocationRecord): LocationKnowledge => ({
  id,
  source: 'api',
  producedOn: null,
  facts,
  ratings: { list: ratings, complete: true },
  provider: null,
  latestCheck: null,
  latestReport: null,
})
