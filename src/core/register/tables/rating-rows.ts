import type { LocationKnowledge } from '../knowledge.ts'
import { inOrder, isGrade, newestFirst, notRated, type Rating } from '../rating.ts'
import type { RatingRow } from './rating-row.ts'
import { schemeOf } from './scheme.ts'

const ratingOf = (service: string | null, rows: readonly RatingRow[]): Rating => {
  const overall = rows.find((row) => row.domain === null)
  return {
    overall: overall?.rating ?? notRated,
    published: overall?.published ?? null,
    keyQuestions: inOrder(
      rows.flatMap(({ domain, rating }) => (domain === null ? [] : [{ name: domain, rating }])),
    ),
    service,
    scheme: 'ratings-2014',
    inherited: rows.some((row) => row.inherited),
    report: null,
  }
}

const words = ({ overall, published, keyQuestions }: Rating): string =>
  JSON.stringify([overall.toLowerCase(), published, keyQuestions])

/** Whether two ratings, of a location and of a service, are one and the same assessment. */
const alike = (one: Rating, other: Rating): boolean =>
  one.keyQuestions.length > 0 && words(one) === words(other)

/**
 * Tells each rating's scheme, and leaves out what is told twice: the framework's rating of the only service of a
 * location stands in these files for the location as well, and is the location's own.
 */
const settled = (own: Rating | undefined, services: readonly Rating[]): Rating[] => {
  const twins = services.filter((service) => own && alike(own, service))
  const schemed = services.map((rating) => ({
    ...rating,
    scheme: schemeOf(rating.published, twins.includes(rating)),
  }))
  const ofFramework = schemed.filter(({ scheme }) => scheme === 'single-assessment-framework')
  if (!own) return schemed
  const unrated = !isGrade(own.overall) && own.published === null
  const scheme =
    unrated && ofFramework.length > 0
      ? 'single-assessment-framework'
      : schemeOf(own.published, twins.length > 0)
  const told = ofFramework.length === 1 && ofFramework.some((rating) => alike(own, rating))
  return [{ ...own, scheme }, ...schemed.filter((rating) => !(told && ofFramework.includes(rating)))]
}

/** Returns what rows of the latest ratings, all of one location, say of it. */
export const knowledgeOfRows = (
  rows: readonly [RatingRow, ...RatingRow[]],
  complete: boolean,
): LocationKnowledge => {
  const [{ id, producedOn, facts, provider }] = rows
  const byService = Map.groupBy(rows, (row) => row.service)
  const ratings = [...byService].map(([service, ofService]) => ratingOf(service, ofService))
  const own = ratings.find((rating) => rating.service === null)
  const services = ratings.filter((rating) => rating.service !== null)
  return {
    id,
    source: 'latest-ratings',
    producedOn,
    facts: facts(),
    ratings: { list: newestFirst(settled(own, services)), complete },
    provider,
    latestCheck: null,
    latestReport: null,
  }
}
