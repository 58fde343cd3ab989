import { z } from 'zod'
import { longestReference, longestSummary } from '../../core/intelligence/item-form.ts'
import { intelligenceKinds, outcomes } from '../../core/intelligence/kinds.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, textGiven } from '../platform/api/given.ts'
import type { Said } from '../platform/api/operation.ts'
import type { ItemRow, ItemVersion } from './items-after.ts'

const longestId = 100

/** An id of one of the policy's lists. Left out, nothing is said; in a correction, it stays as it is. */
const listed = (says: string) =>
  textGiven(longestId)
    .nullable()
    .optional()
    .describe(`${says}, by its id in the policy. Left out of a correction, it stays.`)

/** What an item says, as it is sent in. */
export const itemSent = {
  kind: z.enum(intelligenceKinds),
  occurred: dayGiven.describe('When it happened; where that is not known, when it was heard of.'),
  concluded: dayGiven.nullable().default(null).describe('When the case ended; null while it goes on.'),
  outcome: z.enum(outcomes).nullable().default(null).describe('How it ended.'),
  progressed: z
    .boolean()
    .nullable()
    .default(null)
    .describe('For a section 42 enquiry that has ended: whether it progressed to an enquiry.'),
  reference: textGiven(longestReference)
    .min(1, { error: 'It is empty: leave it out, or send null.' })
    .nullable()
    .default(null)
    .describe('The reference in the other system. It names the item later on.'),
  summary: textGiven(longestSummary)
    .nullable()
    .default(null)
    .describe('One or two sentences. No names of people who use the service, and nothing of their care.'),
  category: listed('What it is about'),
  source: listed('Where it came from'),
  route: listed('To whom it came first'),
}

/** A new item, as it is sent in. */
export const newItemSent = z.strictObject({
  service: idGiven.describe('The service that it is about.'),
  ...itemSent,
  immediateRisk: z.boolean().default(false).describe('Whether anyone is at risk now.'),
})

const version = {
  version: z.int(),
  kind: z.string(),
  occurred: z.iso.date(),
  concluded: z.iso.date().nullable(),
  outcome: z.string().nullable(),
  progressed: z.boolean().nullable(),
  reference: z.string().nullable(),
  summary: z.string().nullable(),
  category: z.string().nullable().describe('What it is about.'),
  source: z.string().nullable().describe('Where it came from.'),
  route: z.string().nullable().describe('To whom it came first.'),
  recordedAt: z.iso.datetime().describe('When this version was recorded.'),
}

/** An item as the API says it. */
export const itemSaid = z
  .object({ id: z.guid(), service: z.guid(), ...version })
  .partial()
  .required({ id: true, service: true, version: true })
  .meta({ id: 'Intelligence', description: 'An item of intelligence: kind, days, outcome and reference.' })

/** An item with everything that it said before. */
export const itemWithVersions = itemSaid.extend({
  versions: z.array(
    z
      .object({ ...version, supersededAt: z.iso.datetime().nullable() })
      .partial()
      .meta({ id: 'IntelligenceVersion', description: 'What an item said, from when and until when.' }),
  ),
})

const fieldsOf = (asking: Asking, row: Omit<ItemRow, 'id' | 'authority' | 'service'>, of: ItemRow) => {
  const whose = { authority: of.authority, service: of.service }
  const { recorded_at: recordedAt, ...seen } = asking.seen('intelligence', row, whose)
  return { ...seen, recordedAt }
}

/** Returns an item as the token that asks may see it. Whoever may only write needs its id and version to correct it. */
export const sayItem = (asking: Asking, row: ItemRow): Said<z.input<typeof itemSaid>> => ({
  ...fieldsOf(asking, row, row),
  id: row.id,
  service: row.service,
  version: row.version,
})

/** Returns an item with its versions. */
export const sayItemWithVersions = (
  asking: Asking,
  row: ItemRow,
  versions: readonly ItemVersion[],
): Said<z.input<typeof itemWithVersions>> => ({
  ...sayItem(asking, row),
  versions: versions.map((each) => ({
    ...fieldsOf(asking, each, row),
    supersededAt: each.superseded_at,
  })),
})
