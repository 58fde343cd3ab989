import { z } from 'zod'
import { based, whole } from './values.ts'

/** `publication.yaml`: whether the council publishes its register of services, and how often a person reviews it. */
export const publicationDocument = z.strictObject({
  register: based({ publish: z.boolean() }),
  review: based({ everyMonths: whole.refine((months) => months > 0, { error: 'It is at least 1.' }) }),
})

export type PublicationDocument = z.output<typeof publicationDocument>
