import type { Rating } from '../rating.ts'

/** One telling of a source: when it was produced, and which file it was. */
export type Telling = { readonly produced: string; readonly file: string }

/** A rating that an earlier telling of a source listed, and its present one does not. */
export type PastRating = Telling & { readonly rating: Rating }

/** What one source tells: the ratings of its latest telling, and those of the ones before. */
export type Tellings = Telling & { readonly list: readonly Rating[]; readonly past: readonly PastRating[] }

/** Whether a telling is as new as another or newer. Of two files of one day the one with the greater digest is. */
export const isAsNew = (one: Telling, other: Telling): boolean =>
  one.produced === other.produced ? one.file >= other.file : one.produced > other.produced

const keyOf = ({ published, service }: Rating): string => `${published} ${service?.toLowerCase() ?? ''}`

const isDated = ({ published }: Rating): boolean => published !== null

const wordsOf = ({ rating, produced, file }: PastRating): string =>
  JSON.stringify([keyOf(rating), produced, file, rating.overall, rating.scheme])

/**
 * Returns what a source's earlier tellings listed, when another telling of it comes in: a file of the latest ratings
 * lists no others, and what it listed last month is history, not gone. Of each day and service the newest telling
 * counts. It does not matter which of the two came first.
 */
export const pastOf = (newest: Tellings, other: Tellings): readonly PastRating[] => {
  const isNewest = ({ produced, file }: Telling): boolean =>
    produced === newest.produced && file === newest.file
  const { produced, file } = other
  const told = [
    ...newest.past,
    ...other.past,
    ...other.list.filter(isDated).map((rating) => ({ produced, file, rating })),
  ].filter((past) => !isNewest(past))
  const latest = new Map<string, Telling>()
  for (const past of told) {
    const before = latest.get(keyOf(past.rating))
    if (!before || isAsNew(past, before)) latest.set(keyOf(past.rating), past)
  }
  const present = new Set(newest.list.map(keyOf))
  const kept = told.filter((past) => {
    const last = latest.get(keyOf(past.rating))
    return !present.has(keyOf(past.rating)) && last?.produced === past.produced && last.file === past.file
  })
  return [...new Map(kept.map((past) => [wordsOf(past), past]))]
    .sort(([one], [another]) => (one < another ? -1 : 1))
    .map(([, past]) => past)
}
