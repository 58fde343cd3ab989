import { z } from 'zod'
import { type Day, isDay } from '../kit/days.ts'

/**
 * The kinds of field in CQC's records. CQC leaves a key out rather than send null, and sends '' now and then:
 * here all three are null. What identifies a record, and what rates it, is strict; the rest never costs us a record.
 */

/** The longest text of CQC's by far, and the longest that an index of the database is sure to hold. */
export const longestText = 500

/** What to say of a longer one. */
export const tooLong = `expected at most ${longestText} letters`

/** Returns text as the database can hold it: it knows no zero sign, and no half of a sign of two halves. */
export const storable = (given: string): string => given.replaceAll('\0', '').toWellFormed().trim()

/** Text that a record cannot do without. */
export const neededText = z
  .string()
  .transform(storable)
  .pipe(z.string().min(1, 'expected some text').max(longestText, tooLong))

const textOrNull = (value: string | null | undefined): string | null =>
  storable(value?.slice(0, longestText) ?? '') || null

/** Text, or null where there is none. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform(textOrNull)

/** A number, also where it came as text, or null where there is none. */
export const number = z
  .union([z.number(), z.string().trim().min(1).transform(Number).pipe(z.number())])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

/** More beds than any place has. */
export const mostBeds = 100_000

/** A number of beds, or null where there is none that can be. */
export const beds = number.transform((value) =>
  value !== null && Number.isInteger(value) && value >= 0 && value <= mostBeds ? value : null,
)

/** The years that a record may name: what is outside was never a day, but a blank that somebody filled. */
export const isDayOfRecords = (text: string): text is Day => isDay(text) && text >= '1800' && text < '2200'

/**
 * A day, or null where there is none; an unreadable one refuses the record, for a rating without its day is no fact.
 * Of a timestamp (`2024-09-17 15:19:48`, without a zone) the date counts as it stands.
 */
export const dayField = z
  .string()
  .nullish()
  .transform((value, context): Day | null => {
    const given = textOrNull(value)
    if (given === null) return null
    const date = given.slice(0, 10)
    if (isDayOfRecords(date)) return date
    context.addIssue({ code: 'custom', message: 'expected a day as YYYY-MM-DD' })
    return z.NEVER
  })

/** A list; an absent one is empty. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])

/**
 * The names of a list of named things, each once, in the order of the alphabet: CQC names one service type twice
 * where it has two descriptions, and its own order may change between two fetches without meaning anything.
 */
export const names = list(z.object({ name: text })).transform((items) =>
  [...new Set(items.flatMap((item) => item.name ?? []))].sort(),
)
