import { z } from 'zod'
import { always } from '../../kit/door.ts'
import { based, quantity, whole, words } from './values.ts'

const points = whole
  .optional()
  .describe('Points of this cell, where the overall adds points and not those of its band')

const edges = {
  over: quantity.optional().describe('More than this'),
  from: quantity.optional().describe('This or more'),
  under: quantity.optional().describe('Less than this'),
  to: quantity.optional().describe('This or less'),
}

const pairs = [
  ['over', 'from'],
  ['under', 'to'],
] as const

/** A cell of the policy's table as figures: `{ from: 2%, to: 5%, text: "2% - 5%" }`. */
export const shareTolerance = based({ ...edges, points, text: words }).superRefine(
  (value: unknown, context) => {
    if (typeof value !== 'object' || value === null) return
    for (const [open, closed] of pairs) {
      if (open in value && closed in value)
        context.addIssue({
          code: 'custom',
          path: [closed],
          message: `It has both ${open} and ${closed}.`,
          params: {
            next: `Keep ${open} where the figure itself is outside, or ${closed} where it is inside.`,
          },
        })
    }
  },
  always,
)

/** A cell as grades: `{ grades: [Good, Outstanding], text: "Good / Outstanding" }`. */
export const gradeTolerance = based({ grades: z.array(words), points, text: words })

/** The row of the table: a cell for each band, by the band's id. */
export const shareTolerances = z.record(z.string(), shareTolerance)
/** The row of the table where the cells are grades. */
export const gradeTolerances = z.record(z.string(), gradeTolerance)
