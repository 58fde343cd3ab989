import type { Rating } from '../rating.ts'

const spellings = new Map(
  ['Outstanding', 'Good', 'Requires improvement', 'Inadequate', 'Inspected but not rated'].map((word) => [
    word.toLowerCase(),
    word,
  ]),
)

const spelling = (word: string): string => spellings.get(word.toLowerCase()) ?? word

/**
 * Returns a rating with its grades in one spelling: CQC writes `Requires Improvement` too, which is no change. Its keys
 * stand in one order, for stored JSON comes back in another.
 */
export const spelt = (rating: Rating): Rating => ({
  overall: spelling(rating.overall),
  published: rating.published,
  keyQuestions: rating.keyQuestions.map(({ name, rating: grade }) => ({ name, rating: spelling(grade) })),
  service: rating.service,
  scheme: rating.scheme,
  inherited: rating.inherited,
  report: rating.report,
})
