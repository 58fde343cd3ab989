import { z } from 'zod'
import { intelligenceKinds, outcomes } from '../../intelligence/kinds.ts'
import { based, id, whole, words } from './values.ts'

const also = z.array(words).optional().describe('What files of other systems call it')

const kind = based({
  kind: z.enum(intelligenceKinds),
  name: words,
  also,
  ends: z.boolean().describe('Whether it ends with an outcome'),
  asked: words
    .optional()
    .describe('How the form without an account offers it; without these words it does not'),
})

const category = based({
  id,
  name: words,
  also,
  kinds: z.array(z.enum(intelligenceKinds)).min(1).optional().describe('Only these kinds; without it, all'),
})

const source = based({
  id,
  name: words,
  also,
  asked: words.optional().describe('How somebody without an account says that they are one'),
})

const route = based({ id, name: words, also })

const outcome = based({ outcome: z.enum(outcomes), name: words, also })

const raising = z.strictObject({
  atRisk: based({ contact: id.describe('The contact of pack.yaml to ring where somebody is at risk now') }),
  code: based({ minutes: whole, tries: whole }).describe(
    'How long a code by email works, and how many tries',
  ),
  sends: based({ perAddress: whole, perSource: whole, hours: whole }).describe(
    'How many codes an address gets, and how many concerns come from one source of the network, in so many hours',
  ),
  draft: based({ hours: whole }).describe('How long what was typed and not sent is kept'),
  unconfirmed: based({ days: whole }).describe('How long a concern is kept whose email nobody confirmed'),
})

/**
 * `intelligence.yaml`: what intelligence is recorded and in which words, and the form for people without an account.
 * Without `raising` there is no such form.
 */
export const intelligenceDocument = z.strictObject({
  kinds: z.array(kind).min(1),
  categories: z.array(category),
  sources: z.array(source).describe('Where it came from'),
  routes: z.array(route).describe('To whom it came first'),
  outcomes: z.array(outcome).min(1),
  raising: raising.optional(),
})

export type IntelligenceDocument = z.output<typeof intelligenceDocument>
