import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { standingOn, standings } from '../../core/suspensions/suspension.ts'
import { noContract, type SuspensionTyped } from '../../core/suspensions/suspension-form.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, oneOf, textGiven } from '../platform/api/given.ts'
import type { Said } from '../platform/api/operation.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { ShownSuspension } from './queries.ts'

const longest = { id: 100, clause: 200, text: 1000 } as const

/** What a suspension says, as it is sent in. Its rules are those of the form. */
export const suspensionSent = {
  kind: textGiven(longest.id).describe('What is suspended, by its id in the policy.'),
  reason: textGiven(longest.id).describe('Why, by its id in the policy.'),
  starts: dayGiven.describe('The first day on which it holds.'),
  reviewOn: dayGiven.nullable().default(null).describe('The day of the next review.'),
  clause: textGiven(longest.clause).nullable().default(null).describe('The paragraph that it rests on.'),
  conditions: textGiven(longest.text)
    .nullable()
    .default(null)
    .describe('What must be so before it is lifted.'),
  contract: idGiven.nullable().default(null).describe('The contract that it is under; null for none.'),
  despite: z
    .boolean()
    .default(false)
    .describe('True to suspend all the same, where the contract does not permit it.'),
}

const sent = z.strictObject(suspensionSent)

/** Returns what was sent as the form would send it: the form's rules judge both. */
export const typedOf = (given: z.output<typeof sent>): SuspensionTyped => ({
  kind: given.kind,
  reason: given.reason,
  starts: given.starts,
  reviewOn: given.reviewOn ?? '',
  clause: given.clause ?? '',
  conditions: given.conditions ?? '',
  contract: given.contract ?? noContract,
  despite: given.despite ? 'yes' : '',
})

/** A suspension as the API says it. */
export const suspensionSaid = z
  .object({
    id: z.guid(),
    version: z.int(),
    service: z.guid(),
    serviceName: z.string(),
    contract: z.guid().nullable(),
    kind: z.string(),
    reason: z.string(),
    starts: z.iso.date(),
    reviewOn: z.iso.date().nullable(),
    clause: z.string().nullable(),
    conditions: z.string().nullable(),
    liftedOn: z.iso.date().nullable().describe('The first day on which placements can be made again.'),
    liftReason: z.string().nullable(),
    liftNote: z.string().nullable(),
    standing: oneOf(standings).describe('Where it stands today.'),
  })
  .partial()
  .required({ id: true, version: true })
  .meta({ id: 'Suspension', description: 'A suspension of new placements at a service.' })

/** Returns a suspension as the token that asks may see it. Whoever may only write needs its id and version to change it. */
export const saySuspension = (
  asking: Asking,
  shown: ShownSuspension,
): Said<z.input<typeof suspensionSaid>> => {
  const { id, version, authority, service, lift, reference: _, ...said } = shown
  const liftedOn = lift?.on ?? null
  const flat = {
    ...said,
    service: service.id,
    serviceName: service.name,
    liftedOn,
    liftReason: lift?.reason ?? null,
    liftNote: lift?.note ?? null,
    standing: standingOn({ starts: said.starts, liftedOn }, dayOf(now())),
  }
  return { ...asking.seen('suspension', flat, { authority, service: service.id }), id, version }
}
