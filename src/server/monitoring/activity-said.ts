import { z } from 'zod'
import { becauseInWords } from '../../core/monitoring/because.ts'
import type { Asking } from '../platform/api/asking.ts'
import { oneOf } from '../platform/api/given.ts'
import type { Said } from '../platform/api/operation.ts'
import type { ActivityInList } from './queries/activities-after.ts'
import type { ShownActivity } from './queries/show-activity.ts'
import { stateNames } from './words.ts'

const brief = {
  id: z.guid(),
  version: z.int(),
  service: z.guid(),
  serviceName: z.string(),
  contract: z.guid().nullable(),
  activity: z.string().describe('Which row of the policy it is, by its id.'),
  name: z.string(),
  state: oneOf(stateNames),
  due: z.iso.date().nullable().describe('By when the policy asks for it; null where it gives no day.'),
  arrangedFor: z.iso.date().nullable(),
  atTime: z.string().nullable(),
  place: z.string().nullable(),
  form: z.string().nullable().describe('How it is done, by its id in the policy.'),
  heldOn: z.iso.date().nullable(),
  person: z.guid().nullable().describe('Who of the council carries it out; null where that is its lead.'),
  byProvider: z.boolean().describe('True for what the provider is to send.'),
  counts: z.boolean().describe('Whether the next due date is counted from it.'),
}

/** An activity of the plan as the API says it in a list. */
export const activitySaid = z
  .object(brief)
  .partial()
  .required({ id: true, version: true })
  .meta({ id: 'Activity', description: 'An activity of the monitoring plan of a service.' })

/** An activity with its record. */
export const activityWithRecord = z
  .object({
    ...brief,
    because: z.array(z.string()).describe('Why it is due then, a sentence a step.'),
    occasion: z.string().nullable().describe('Why it was arranged beside the plan.'),
    reason: z.string().nullable().describe('Why it was last changed or cancelled.'),
    attendance: z.array(z.object({ role: z.string(), name: z.string() })),
    notes: z.record(z.string(), z.string()).describe('What was said, by areas of the agenda.'),
    checks: z.array(z.string()).describe('The checks of the policy that were made, by their ids.'),
    recordDue: z.iso.date().nullable().describe('By when the provider is to have the record.'),
    recordSentOn: z.iso.date().nullable(),
  })
  .partial()
  .required({ id: true, version: true })
  .meta({ id: 'ActivityWithRecord', description: 'An activity with why it is due, and its record.' })

/** Returns an activity of a list as the token that asks may see it. */
export const sayListed = (asking: Asking, row: ActivityInList): Said<z.input<typeof activitySaid>> => {
  const { authority, day: _, ...flat } = row
  return {
    ...asking.seen('activity', flat, { authority, service: row.service }),
    id: row.id,
    version: row.version,
  }
}

/** Returns an activity as the token that asks may see it. Whoever may only write needs its id and version to change it. */
export const sayActivity = (
  asking: Asking,
  shown: ShownActivity,
): Said<z.input<typeof activityWithRecord>> => {
  const { authority, service, contract, person, because, moved: _, recordedAt: __, ...plain } = shown
  const flat = {
    ...plain,
    service: service.id,
    serviceName: service.name,
    contract: contract?.id ?? null,
    person: person?.id ?? null,
    because: because === null ? [] : becauseInWords(because),
  }
  return {
    ...asking.seen('activity', flat, { authority, service: service.id }),
    id: shown.id,
    version: shown.version,
  }
}
