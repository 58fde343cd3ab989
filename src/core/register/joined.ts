import type { LocationKnowledge, StatedRatings } from './knowledge.ts'
import { inOrder, notRated, type Rating } from './rating.ts'

const tells = (rating: Rating): boolean => rating.published !== null || rating.overall !== notRated

const joinedRating = (one: Rating, other: Rating): Rating => ({
  ...(tells(one) ? one : other),
  keyQuestions: inOrder([...one.keyQuestions, ...other.keyQuestions]),
  inherited: one.inherited || other.inherited,
})

const joinedRatings = (one: StatedRatings | null, other: StatedRatings | null): StatedRatings | null => {
  if (!one || !other) return one ?? other
  const byService = new Map(one.list.map((rating) => [rating.service, rating]))
  for (const rating of other.list) {
    const same = byService.get(rating.service)
    byService.set(rating.service, same ? joinedRating(same, rating) : rating)
  }
  return { list: [...byService.values()], complete: one.complete }
}

/**
 * Joins two pieces of what one file says of one location. A file of ratings has many rows for a location, and gives
 * them in pieces where they do not stand together: the first piece is `complete`, those after it are not, and each
 * is to be joined to the one before.
 */
export const joined = (earlier: LocationKnowledge, later: LocationKnowledge): LocationKnowledge => ({
  ...earlier,
  facts: { ...earlier.facts, ...later.facts },
  ratings: joinedRatings(earlier.ratings, later.ratings),
})
