import { type Day, day } from '../../kit/days.ts'
import type { Scheme } from '../rating.ts'

const frameworkBegan = day('2023-11-21')
/** Between this day and the one above, reports of both schemes came out: of Oldham, the last of the old in April. */
const oldEnded = day('2024-05-01')

/**
 * Returns the scheme of a rating whose file does not say it: by its day, and while both were in use by whether it
 * was given to a location and to its service alike, as only the framework does. It is the best that can be told:
 * where CQC's API knows the rating, the API's word stands.
 */
export const schemeOf = (published: Day | null, toServiceAlike: boolean): Scheme => {
  if (published === null || published < frameworkBegan) return 'ratings-2014'
  return toServiceAlike || published >= oldEnded ? 'single-assessment-framework' : 'ratings-2014'
}
