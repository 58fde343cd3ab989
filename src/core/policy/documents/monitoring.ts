import { z } from 'zod'
import { based, id, whole, words } from './values.ts'

/** A span of calendar months or of days. */
const span = z.union([z.strictObject({ months: whole }), z.strictObject({ days: whole })], {
  error: 'It is neither { months: n } nor { days: n }.',
})

/** `every`: again and again. `within`: once, counted from the start of the clock. Exactly one of the two. */
const frequency = based({
  text: words,
  every: span.optional(),
  within: span.optional(),
  oneOf: z.array(id).min(2).optional().describe('Ids of forms of the activity, of which one is chosen'),
}).refine((value) => (value.every === undefined) !== (value.within === undefined), {
  error: 'It needs either every or within.',
  params: { next: 'Give every for what comes again and again, within for what is due once.' },
})

const activity = based({
  id,
  name: words,
  forms: z.array(based({ id, name: words })).describe('Ways to do it, where the policy gives a choice'),
  contracts: z.enum(['all', 'flagged']).describe('flagged: only contracts that say so'),
  byBand: z.record(z.string(), frequency),
})

const meeting = based({
  id,
  name: words,
  every: span.optional(),
  attends: z.array(id).describe('Ids of roles'),
  does: words,
})

/** `monitoring.yaml`: how often each activity is due, by band. */
export const monitoringDocument = z.strictObject({
  activities: z.array(activity).min(1),
  meetings: z.array(meeting),
  clock: based({ from: z.enum(['decision', 'decision-or-last-full-assessment']), text: words }),
  choice: based({ by: id, text: words }).describe('Who chooses among forms'),
})

export type MonitoringDocument = z.output<typeof monitoringDocument>
