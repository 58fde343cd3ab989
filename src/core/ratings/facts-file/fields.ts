/** The smallest pieces of a file of facts, each with the words for what is wrong with it. */
import { z } from 'zod'
import { type Day, isDay } from '../../kit/days.ts'
import { missing, quoted } from '../../kit/door.ts'

// Without this, zod would skip the checks of the whole object after one wrong field, and all faults are reported.
const goOn = { abort: false }

const missingOr = (says: (written: string) => string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? missing : says(quoted(issue.input))

/** A day as YYYY-MM-DD that the calendar has. */
export const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value), {
  ...goOn,
  error: missingOr((written) => `${written} is not a day as YYYY-MM-DD.`),
  params: { next: 'Write it like 2026-11-21.' },
})

/** An id or a name: a text that is not empty. */
export const name = z.custom<string>((value) => typeof value === 'string' && value.trim() !== '', {
  ...goOn,
  error: missingOr((written) => `${written} is not a text with something in it.`),
  params: { next: 'Give a text.' },
})

/** People using the service, or null where nobody knows. */
export const people = z
  .custom<number | null>((value) => value === null || (Number.isSafeInteger(value) && Number(value) >= 1), {
    ...goOn,
    error: missingOr((written) => `${written} is neither null nor a whole number of 1 or more.`),
    params: { next: 'Count the people using the service, or give null where that is not known.' },
  })
  .optional()

/** Returns the value of a key of anything; undefined where there is none, or where it is null. */
export const keyOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? ((value as Record<string, unknown>)[key] ?? undefined)
    : undefined

/** Returns a key's value where it is a day. */
export const dayAt = (value: unknown, key: string): Day | undefined => {
  const found = keyOf(value, key)
  return typeof found === 'string' && isDay(found) ? found : undefined
}
