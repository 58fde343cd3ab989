import { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import { isDayOfRecords, longestText, mostBeds, storable, tooLong } from '../fields.ts'
import { dayOfCell } from './cqc-day.ts'

/**
 * The kinds of cell in CQC's tables. Undefined where the file has no such column; null where the cell is blank.
 * Cells are strict: one that cannot be what its column says shows that the row has shifted, and refuses the row.
 */

/** CQC writes a blank now and then as a dash. */
const filled = (value: string): string | null => {
  const text = storable(value)
  return text === '' || text === '-' ? null : text
}

/** Of no cell of CQC's, but of a quotation mark that swallowed what follows it. */
const notLong = z.string('expected some text').max(longestText, tooLong)

/** Text that a row cannot do without. */
export const neededCell = notLong.transform(storable).pipe(z.string().min(1, 'expected some text'))

/** Text, or null. */
export const textCell = notLong.transform(filled).optional()

/** Text, or null, of a cell that is read when it is too late to refuse its row: what is too long is cut. */
export const lateCell = z
  .string()
  .transform((value) => filled(value.slice(0, longestText)))
  .optional()

/** A website, or null. One file has `NA` where there is none. */
export const websiteCell = notLong
  .transform((value) => (value.includes('.') ? filled(value) : null))
  .optional()

/** A phone number, or null. A spreadsheet that took it for a number has lost the zero that it begins with. */
export const phoneCell = notLong
  .transform((value) => filled(value)?.replace(/^(?=[1-9]\d{8,9}$)/, '0') ?? null)
  .optional()

/** A number, or null. */
export const numberCell = z
  .string()
  .transform((value, context) => {
    const text = filled(value)
    if (text === null) return null
    if (Number.isFinite(Number(text))) return Number(text)
    context.addIssue({ code: 'custom', message: 'expected a number' })
    return z.NEVER
  })
  .optional()

/** A number of beds, or null. */
export const bedsCell = numberCell.refine(
  (value) => value == null || (Number.isInteger(value) && value >= 0 && value <= mostBeds),
  'expected a number of beds',
)

const flags: Readonly<Record<string, boolean | undefined>> = { Y: true, YES: true, N: false, NO: false }

/** Yes or no; a blank says neither. */
export const flagCell = z
  .string()
  .transform((value, context) => {
    const text = filled(value)?.toUpperCase()
    if (text === undefined || text in flags) return flags[text ?? '']
    context.addIssue({ code: 'custom', message: 'expected Y or N' })
    return z.NEVER
  })
  .optional()

/** A day, or null. */
export const dayCell = z
  .string()
  .transform((value, context): Day | null => {
    const text = filled(value)
    if (text === null) return null
    const found = dayOfCell(text)
    if (found && isDayOfRecords(found)) return found
    context.addIssue({ code: 'custom', message: 'expected a day' })
    return z.NEVER
  })
  .optional()

/** A list may be as long as all names that CQC has. */
const longestList = 10 * longestText

/** A list of names, each once, in the order of the alphabet, and in the words that `worded` gives them. */
export const listCell = (separator: string, worded: (name: string) => string) =>
  z
    .string()
    .max(longestList, `expected at most ${longestList} letters`)
    .transform((value) =>
      [...new Set(value.split(separator).flatMap((name) => filled(name) ?? []))]
        .map(worded)
        .filter((name, at, all) => all.indexOf(name) === at)
        .sort(),
    )
    .optional()
