import { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import { dayOfCell } from './cqc-day.ts'

/**
 * The kinds of cell in CQC's tables. Undefined where the file has no such column; null where the cell is blank.
 * Cells are strict: one that cannot be what its column says shows that the row has shifted, and refuses the row.
 */

/** CQC writes a blank now and then as a dash. */
const filled = (value: string): string | null => {
  const text = value.trim()
  return text === '' || text === '-' ? null : text
}

/** Text that a row cannot do without. */
export const neededCell = z.string('expected some text').trim().min(1, 'expected some text')

/** Text, or null. */
export const textCell = z.string().transform(filled).optional()

/** A website, or null. One file has `NA` where there is none. */
export const websiteCell = z
  .string()
  .transform((value) => (value.includes('.') ? filled(value) : null))
  .optional()

/** A phone number, or null. A spreadsheet that took it for a number has lost the zero that it begins with. */
export const phoneCell = z
  .string()
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
    if (found) return found
    context.addIssue({ code: 'custom', message: 'expected a day' })
    return z.NEVER
  })
  .optional()

/** A list of names, each once, in the order of the alphabet, and in the words that `worded` gives them. */
export const listCell = (separator: string, worded: (name: string) => string) =>
  z
    .string()
    .transform((value) =>
      [...new Set(value.split(separator).flatMap((name) => filled(name) ?? []))]
        .map(worded)
        .filter((name, at, all) => all.indexOf(name) === at)
        .sort(),
    )
    .optional()
