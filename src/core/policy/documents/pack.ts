import { z } from 'zod'
import { based, day, id, words } from './values.ts'

/** `pack.yaml`: what this policy is, who approved it, and what it says once for all. */
export const packDocument = z.strictObject({
  id,
  name: words,
  council: words,
  version: words,
  inForceFrom: based({ day }),
  approval: based({ by: words, on: words.describe('As the policy writes it: December 2022') }),
  owner: based({ who: words }),
  review: based({ due: words, day: day.describe('The last day on which the review is not overdue') }),
  sentTo: z.array(based({ who: words })),
  documents: z.array(
    z.strictObject({ id, title: words, cites: words.describe('How its paragraphs are cited') }),
  ),
  serviceTypes: z.array(based({ id, name: words })).min(1),
  roles: z.array(based({ id, name: words })),
  contacts: z.array(
    based({ id, name: words, email: words.optional(), telephone: words.optional(), for: words }),
  ),
  assumptions: z.array(z.strictObject({ id, about: words, says: words, why: words })),
})

export type PackDocument = z.output<typeof packDocument>
