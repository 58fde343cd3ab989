import type { WatchedGrading } from '../../../core/alerts/watched.ts'
import { type Day, plusDays } from '../../../core/kit/days.ts'
import { cqcFact } from '../../../core/register/cqc-facts.ts'
import { ratingsOfLocations } from '../../register/queries/show-location.ts'

/** Returns CQC's rating of each location, with the one before it, by the id of the location. */
export const cqcGradings = async (
  locations: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, WatchedGrading>> => {
  const all = await ratingsOfLocations(locations)
  return new Map(
    [...all].flatMap(([location, held]) => {
      const ratings = held.map((rating) => ({ ...rating, report: null }))
      const fact = cqcFact(ratings, today)
      if (fact === null) return []
      const before = cqcFact(ratings, plusDays(fact.published, -1))
      return [
        [
          location,
          {
            scheme: 'cqc',
            grade: fact.overall,
            published: fact.published,
            parts: fact.keyQuestions.map(({ name, rating }) => ({ name, grade: rating })),
            before: before && { grade: before.overall, published: before.published },
          },
        ] as const,
      ]
    }),
  )
}
