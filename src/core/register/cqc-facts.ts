import type { Day } from '../kit/days.ts'
import { inOrder, isGrade, type KeyQuestion, type Rating } from './rating.ts'

/** CQC's rating of a service, as the rating engine takes it. */
export type CqcFact = {
  readonly overall: string
  readonly published: Day
  readonly keyQuestions: readonly KeyQuestion[]
}

type Published = Rating & { readonly published: Day }

const publishedBy =
  (asAt: Day) =>
  (rating: Rating): rating is Published =>
    rating.published !== null && rating.published <= asAt

/**
 * The rating that stands, of ratings newest first: the newest grade, else the newest of any wording. An inspection
 * that rates nothing (`Inspected but not rated`: infection control visits, targeted ones) leaves the grade before
 * it in force; CQC goes on showing that grade as current.
 */
const standing = (ratings: readonly Published[]): Published | undefined =>
  ratings.find((rating) => isGrade(rating.overall)) ?? ratings[0]

/**
 * A key question that a report did not look at keeps its earlier rating: CQC shows the two together as current, and
 * lists the reports apart in its history. Taking the report alone would lose, say, a *Safe* that is Inadequate.
 */
const factOf = (rating: Published, all: readonly Published[]): CqcFact => {
  const earlier = all.filter((one) => one.published < rating.published).flatMap((one) => one.keyQuestions)
  const known = new Map(rating.keyQuestions.map((question) => [question.name, question]))
  for (const question of earlier)
    if (isGrade(question.rating) && !known.has(question.name)) known.set(question.name, question)
  return { overall: rating.overall, published: rating.published, keyQuestions: inOrder([...known.values()]) }
}

/**
 * Returns the location's own rating as published by a day, or null where it has none. Takes ratings newest first.
 * Once CQC rates each of several services for itself, the location's older rating is history, and it has none.
 */
export const cqcFact = (ratings: readonly Rating[], asAt: Day): CqcFact | null => {
  const known = ratings.filter(publishedBy(asAt))
  const ofLocation = known.filter((rating) => rating.service === null)
  const own = standing(ofLocation)
  const services = known.filter(
    ({ service, scheme, overall }) => service && scheme === 'single-assessment-framework' && isGrade(overall),
  )
  if (!own || services.some((rating) => rating.published > own.published)) return null
  return factOf(own, ofLocation)
}

/** Returns the rating of each service of the location, by the service's name, as published by a day. */
export const cqcFactsByService = (ratings: readonly Rating[], asAt: Day): ReadonlyMap<string, CqcFact> => {
  const byService = Map.groupBy(ratings.filter(publishedBy(asAt)), (rating) => rating.service)
  const facts = new Map<string, CqcFact>()
  for (const [service, ofService] of byService) {
    const rating = standing(ofService)
    if (service !== null && rating) facts.set(service, factOf(rating, ofService))
  }
  return facts
}
