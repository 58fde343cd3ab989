/** The smallest pieces of a pack's files. */
import { z } from 'zod'
import { isDay } from '../../kit/days.ts'
import { always } from '../../kit/door.ts'
import { quantityOf } from '../../kit/exact.ts'

/** A text that says something. */
export const words = z
  .string()
  .trim()
  .refine((text) => text !== '', { error: 'It is empty.', params: { next: 'Write something.' } })

const idShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** An id: lower-case words joined by hyphens. */
export const id = z.string().refine((text) => idShape.test(text), {
  error: (issue) => `"${issue.input}" is no id.`,
  params: { next: 'Write lower-case letters and digits, with a hyphen between words.' },
})

/** A day as YYYY-MM-DD. */
export const day = z.string().refine(isDay, {
  error: (issue) => `"${issue.input}" is no day as YYYY-MM-DD.`,
  params: { next: 'Write it like 2022-12-01.' },
})

/** A whole number, 0 or more. */
export const whole = z.number().refine((number) => Number.isSafeInteger(number) && number >= 0, {
  error: (issue) => `${issue.input} is no whole number of 0 or more.`,
  params: { next: 'Write a whole number.' },
})

/** A share or a number of points, exact as written: `5%`, `2.5%`, `12`. */
export const quantity = z
  .union([z.string(), z.number()], { error: 'It is neither a percentage nor a number.' })
  .transform((written, context) => {
    const exact = quantityOf(String(written))
    if (exact !== null) return exact
    context.addIssue({
      code: 'custom',
      message: `"${written}" is neither a percentage (5%) nor a number (12).`,
    })
    return z.NEVER
  })

const basis = { source: words.optional(), assumption: words.optional() }

/**
 * Returns an object that also says where it comes from: `source` (a paragraph of the policy) or
 * `assumption` (why, where the policy is silent). Exactly one of the two.
 */
export const based = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...basis }).superRefine((value: unknown, context) => {
    if (typeof value !== 'object' || value === null) return
    const said = ['source', 'assumption'].filter((key) => key in value)
    if (said.length === 1) return
    context.addIssue({
      code: 'custom',
      message:
        said.length === 0
          ? 'It does not say where it comes from.'
          : 'It has both a source and an assumption.',
      params: { next: 'Give either source (a paragraph of the policy) or assumption (why).' },
    })
  }, always)
