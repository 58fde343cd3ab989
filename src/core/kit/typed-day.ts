/** A day as people type it, and as a form shows it again. */
import { type Day, isDay } from './days.ts'
import { monthNames } from './words.ts'

/** Returns the day that three numbers name, or null where there is no such day. */
export const dayOfNumbers = (day: string, month: string, year: string): Day | null => {
  const written = [year.trim(), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-')
  return isDay(written) ? written : null
}

const letters = 3

const numberOfMonth = (text: string): string => {
  const begins = text.slice(0, letters).toLowerCase()
  const at = monthNames.findIndex((name) => name.slice(0, letters).toLowerCase() === begins)
  return at === -1 ? text : String(at + 1)
}

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/
const written = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/i

/** Returns the day that was typed: `27 3 2026`, `27/03/2026`, `27 March 2026` or `2026-03-27`; null for no day. */
export const dayTyped = (text: string): Day | null => {
  const standard = iso.exec(text.trim())?.[1]
  if (standard !== undefined) return isDay(standard) ? standard : null
  const [, day = '', month = '', year = ''] = written.exec(text.trim()) ?? []
  return dayOfNumbers(day, numberOfMonth(month), year)
}

/** Returns a day as the three fields of a form show it: `27`, `3` and `2026`; three empty ones for none. */
export const partsOfDay = (day: string | null): readonly [day: string, month: string, year: string] => {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  const short = (part: string): string => part.replace(/^0+/, '')
  return [short(date), short(month), year]
}

/** Returns a day as `dayTyped` reads it again: `27 3 2026`; nothing for none. */
export const dayAsTyped = (day: string | null): string => partsOfDay(day).join(' ').trim()
