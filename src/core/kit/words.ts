import type { Day } from './days.ts'

/** The months of a year in their order. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Returns a day as people write it: `21 November 2026`. */
export const dayInWords = (day: Day): string =>
  `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Returns the month of a day, short: `Nov 2026`. */
export const monthInWords = (day: Day): string =>
  `${monthNames[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(0, 4)}`

/** Returns a day in words, without its year where that is the year of the other day: `21 August`. */
export const dayBeside = (day: Day, other: Day): string =>
  day.slice(0, 4) === other.slice(0, 4) ? dayInWords(day).slice(0, -5) : dayInWords(day)

/** Returns items as a list in a sentence: `a, b and c`. */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** Returns a name as it stands within a sentence: `care concern`, but `CQC notification`. */
export const withinSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** Returns a number with its noun: `1 concern`, `3 concerns`. */
export const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

/** Returns a number with its thousands apart: `1,250,000`. */
export const numberInWords = (number: number): string => {
  const [whole = '', decimals] = String(number).split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? apart : `${apart}.${decimals}`
}

/** Returns a name as it is compared: letters and digits only, without case. */
export const bareName = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** Returns how many letters must be put in, taken out or changed to make one text of another (Levenshtein). */
export const distance = (first: string, second: string): number => {
  let above = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let row = 1; row <= first.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= second.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (first[row - 1] === second[column - 1] ? 0 : 1)
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[second.length] ?? 0
}

/** Returns the candidate that someone who wrote this probably meant, or null where none is near. */
export const nearest = (written: string, candidates: readonly string[]): string | null => {
  const bare = bareName(written).slice(0, 100)
  const near = candidates
    .map((name) => ({ name, far: distance(bare, bareName(name)) }))
    .filter(({ name, far }) => far <= Math.max(2, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)
  return near[0]?.name ?? null
}

/** Returns a text with its first letter as a capital: `Not substantiated`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
