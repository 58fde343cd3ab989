import { z } from 'zod'

const period = z.union([
  z.strictObject({ years: z.number() }),
  z.strictObject({ months: z.number() }),
  z.strictObject({ days: z.number() }),
])

/** What was disposed of: what, how many, by which rule, when, and who approved it. Never the data itself. */
export const certificateDocument = z.strictObject({
  format: z.literal('plumbline-disposal-certificate/1'),
  certificate: z.string(),
  authority: z.string(),
  approvedBy: z.string(),
  at: z.string(),
  policy: z.strictObject({ pack: z.string(), version: z.string(), sha256: z.string() }),
  items: z.array(
    z.strictObject({
      kind: z.string(),
      id: z.string(),
      label: z.string(),
      closedOn: z.string(),
      keptUntil: z.string(),
      period,
      basis: z.string(),
    }),
  ),
  /** How many records of each kind were erased. */
  erased: z.record(z.string(), z.number()),
})

export type Certificate = z.output<typeof certificateDocument>
