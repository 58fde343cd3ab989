/** What comes in at many operations: ids, days, texts, and how a list is asked for. Each says itself what is wrong. */
import { z } from 'zod'
import { day } from '../../../core/kit/days.ts'

const [earliest, latest] = ['1900-01-01', '2199-12-31']

/** An id of ours. */
export const idGiven = z
  .guid({ error: 'It is not an id such as 0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e.' })
  .toLowerCase()

/** A day, as YYYY-MM-DD. */
export const dayGiven = z.iso
  .date({ error: 'It is not a day as YYYY-MM-DD, such as 2026-03-27.' })
  .refine((text) => text >= earliest && text <= latest, {
    error: `It is not a day between ${earliest} and ${latest}.`,
  })
  .transform(day)

/** No sign that steers a terminal or ends a text; line ends and tabs are taken. */
const steering = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u

/** A text of at most so many characters. */
export const textGiven = (most: number) =>
  z
    .string()
    .max(most, { error: `It has more than ${most} characters.` })
    .refine((text) => !steering.test(text), { error: 'It holds signs that are no text.' })

/** One of some ids of a table. */
export const oneOf = <Id extends string>(table: Readonly<Record<Id, unknown>>) =>
  z.enum(Object.keys(table) as [Id, ...Id[]])

/** The past day whose knowledge is asked for. */
export const asAtGiven = dayGiven
  .optional()
  .describe('A past day. The answer is what was known at its end; what came late does not change it.')

const [usual, most] = [50, 200]

/** How a list is asked for: how much of it, and from where it goes on. */
export const paging = {
  limit: z.coerce
    .number({ error: `It is not a whole number from 1 to ${most}.` })
    .int({ error: `It is not a whole number from 1 to ${most}.` })
    .min(1, { error: 'It is less than 1.' })
    .max(most, { error: `It is more than ${most}.` })
    .default(usual)
    .describe('How many at most.'),
  after: z
    .string()
    .max(1000, { error: 'It is longer than any cursor.' })
    .optional()
    .describe('Where the list goes on: `next` of the page before, word for word.'),
}
