import { newestFirst, type Rating } from '../rating.ts'
import { spelt } from './grade.ts'
import type { Known } from './known.ts'

type Kept = { readonly rating: Rating; readonly from: Known }

const serviceOf = (rating: Rating): string => rating.service?.toLowerCase() ?? ''

const keyOf = (rating: Rating): string => `${rating.published} ${serviceOf(rating)}`

/**
 * One rating as two sources tell it, the newer first. A file without key questions must not take them away, and of
 * how a rating was made the API knows where the others guess.
 */
const told = (newer: Kept, older: Rating, from: Known): Kept => ({
  from: newer.from,
  rating: {
    ...newer.rating,
    keyQuestions: newer.rating.keyQuestions.length > 0 ? newer.rating.keyQuestions : older.keyQuestions,
    ...(from.source === 'api' && {
      scheme: older.scheme,
      inherited: older.inherited,
      report: newer.rating.report ?? older.report,
    }),
  },
})

/** Adds the ratings that one source states, all that newer sources state being there already. */
const addDated = (kept: Map<string, Kept[]>, known: Known, ratings: readonly Rating[]): void => {
  for (const rating of ratings) {
    const same = kept.get(keyOf(rating)) ?? []
    const newer = same.filter(({ from }) => from !== known)
    const twin = same.findIndex((one) => one.from !== known && one.rating.overall === rating.overall)
    if (newer.length === 0) kept.set(keyOf(rating), [...same, { rating, from: known }])
    else if (twin !== -1) same[twin] = told(same[twin] as Kept, rating, known)
  }
}

/**
 * Returns the ratings that several sources state, newest knowledge first: all that were ever published, each once. Of
 * one service on one day, the newest source's word stands. What was not published (*Not Rated*) is a state and has no
 * history: it stands only where no newer source says anything of that service, or lists all that is current.
 */
export const mergeRatings = (sources: readonly Known[]): readonly Rating[] => {
  const dated = new Map<string, Kept[]>()
  const undated: Rating[] = []
  const spokenOf = new Set<string>()
  let listed = false
  for (const known of sources) {
    if (known.ratings === null) continue
    const ratings = known.ratings.list.map(spelt)
    addDated(
      dated,
      known,
      ratings.filter(({ published }) => published !== null),
    )
    const news = ratings.filter(
      (rating) => rating.published === null && !listed && !spokenOf.has(serviceOf(rating)),
    )
    undated.push(...news)
    for (const rating of ratings) spokenOf.add(serviceOf(rating))
    listed ||= known.ratings.complete
  }
  return newestFirst([...[...dated.values()].flat().map(({ rating }) => rating), ...undated])
}
