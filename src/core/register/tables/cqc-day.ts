import { type Day, day, dayOf, instant, isDay, plusDays } from '../../kit/days.ts'
import { monthNames } from '../../kit/words.ts'

const monthOf = (text: string): string | null => {
  if (/^\d+$/.test(text)) return text.padStart(2, '0')
  const index = monthNames.findIndex((month) => month.toLowerCase().startsWith(text.toLowerCase()))
  return index === -1 ? null : `${index + 1}`.padStart(2, '0')
}

const dayFrom = (year: string, month: string, date: string): Day | null => {
  const text = `${year.length === 2 ? `20${year}` : year}-${monthOf(month)}-${date.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** `09/Jan/2018 - 00:00`, `09/01/2018 - 14:30`, `9 January 2018`, `09-01-18`: the day always stands first. */
const british = /^(\d{1,2})[/. -](\d{1,2}|[a-z]{3,9})[/. -](\d{4}|\d{2})(?:$|[ T,-])/i
const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[ T])/
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/
/** XLSX keeps a day as the number of days since this one. */
const firstOfSpreadsheets = day('1899-12-30')
const serial = /^[2-9]\d{4}(?:\.\d+)?$/

/** Returns the day that a cell holds, in any of the ways in which CQC has written it, or null where it is none. */
export const dayOfCell = (text: string): Day | null => {
  // A moment in UTC may be the evening before the day that is meant: midnight of British summer is 23:00.
  if (utc.test(text)) return isDay(text.slice(0, 10)) ? dayOf(instant(text)) : null
  const standard = iso.exec(text)?.[1]
  if (standard) return isDay(standard) ? standard : null
  const [, date, month, year] = british.exec(text) ?? []
  if (date && month && year) return dayFrom(year, month, date)
  return serial.test(text) ? plusDays(firstOfSpreadsheets, Math.floor(Number(text))) : null
}

const written = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[ _-](?:of )?(${monthNames.join('|')})[ _-](\\d{4})`,
  'i',
)
const produced = /\b(?:produced|as at|as of|as on|extracted|correct)\b/i

/** Returns the day on which a line above a table says that it was produced, or null where it says none. */
export const producedOnIn = (line: string): Day | null => {
  const [, date, month, year] = (produced.test(line) && written.exec(line)) || []
  return date && month && year ? dayFrom(year, month, date) : null
}

/**
 * Returns the day that the name of a file tells (`28_March_2025_CQC_directory.csv`), or null: the last resort. A name
 * with a month alone counts from its first day, so that the file never passes for newer than it is.
 */
export const producedOnInName = (name: string): Day | null => {
  const [, date, month, year] = written.exec(name.replace(/^\D+(?=\d)/, '')) ?? []
  if (date && month && year) return dayFrom(year, month, date)
  const [, isoYear, isoMonth, isoDate] = /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/.exec(name) ?? []
  return isoYear && isoMonth ? dayFrom(isoYear, isoMonth, isoDate ?? '1') : null
}
