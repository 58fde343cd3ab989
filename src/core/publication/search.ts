import { nearest } from '../kit/words.ts'
import type { PublicService } from './public-service.ts'

/** What somebody asked the register for; all of it stands in the address. */
export type RegisterSearch = {
  readonly words: string | null
  readonly type: string | null
  readonly place: string | null
  /** One of CQC's four grades, or `none` for those that have no rating. */
  readonly rating: string | null
  readonly suspended: boolean
  readonly page: number
}

/** CQC's four grades, best first: the only rating that the register knows. */
export const ratings = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'] as const

/** The choice that stands for no rating. */
export const unrated = 'none'

/** Services made ready to be searched: each with one line of what can be looked for. */
export type Searchable = {
  readonly services: readonly PublicService[]
  readonly lines: readonly string[]
  /** Every word that stands in a line, once. */
  readonly vocabulary: () => readonly string[]
}

const lineOf = ({ name, place, postcode, provider, cqc }: PublicService): string =>
  [name, place, postcode, postcode?.replace(/\s/g, ''), provider, cqc?.location]
    .filter((text) => text !== null && text !== undefined)
    .join(' ')
    .toLowerCase()

/** Makes services ready to be searched. */
export const searchable = (services: readonly PublicService[]): Searchable => {
  const lines = services.map(lineOf)
  let words: readonly string[] | null = null
  return {
    services,
    lines,
    vocabulary: () => {
      words ??= [...new Set(lines.flatMap((line) => line.split(/[^\p{L}\p{N}]+/u)))].filter(Boolean)
      return words
    },
  }
}

/** Shorter words are like too many others. */
const shortest = 4

const ratingFits = (wanted: string, { cqc }: PublicService): boolean =>
  wanted === unrated ? (cqc?.rating ?? null) === null : cqc?.rating?.toLowerCase() === wanted.toLowerCase()

/** Whether a word could be meant by another: one slip changes neither its length by much nor both its ends. */
const couldBe = (word: string, written: string): boolean =>
  Math.abs(word.length - written.length) <= 2 && (word[0] === written[0] || word.at(-1) === written.at(-1))

/** Returns the words as they stand somewhere: one that stands nowhere is taken for the likest that does. */
const corrected = (words: readonly string[], { lines, vocabulary }: Searchable): readonly string[] =>
  words.map((word) =>
    word.length < shortest || lines.some((line) => line.includes(word))
      ? word
      : (nearest(
          word,
          vocabulary().filter((known) => couldBe(known, word)),
        ) ?? word),
  )

/** Returns the services that were asked for, in the order of their names. Spelling need not be exact. */
export const foundIn = (all: Searchable, search: RegisterSearch): readonly PublicService[] => {
  const words = corrected(search.words?.toLowerCase().split(/\s+/).filter(Boolean) ?? [], all)
  return all.services.filter(
    (service, index) =>
      service.closedOn === null &&
      (search.type === null || service.type.id === search.type) &&
      (search.place === null || service.place === search.place) &&
      (search.rating === null || ratingFits(search.rating, service)) &&
      (!search.suspended || service.suspended !== null) &&
      words.every((word) => all.lines[index]?.includes(word)),
  )
}
