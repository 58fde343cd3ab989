import { z } from 'zod'
import { conduct } from './conduct.ts'
import { meetingRatings, team } from './deciding.ts'
import { providerTypes } from './provider-types.ts'
import { based, id, whole, words } from './values.ts'

/** A span of calendar months or of days. */
const span = z.union([z.strictObject({ months: whole }), z.strictObject({ days: whole })], {
  error: 'It is neither { months: n } nor { days: n }.',
})

const ways = ['every', 'within', 'when'] as const

/**
 * `every`: again and again. `within`: once, counted from the start of the clock. `when: needed`: no date, on an
 * occasion. `when: contract`: as the contract says. Exactly one of the three.
 */
const frequency = based({
  text: words,
  every: span.optional(),
  within: span.optional(),
  when: z.enum(['needed', 'contract']).optional(),
  oneOf: z.array(id).min(2).optional().describe('Ids of forms of the activity, of which one is chosen'),
  form: id.optional().describe('The one form that this band asks for; another one does not count'),
}).refine((value) => ways.filter((way) => value[way] !== undefined).length === 1, {
  error: 'It needs one of every, within and when.',
  params: {
    next: 'Give every for what comes again and again, within for what is due once, or when: needed or contract.',
  },
})

const activity = based({
  id,
  name: words,
  purpose: words.optional(),
  providerTypes: z.array(id).min(1).optional().describe('Ids of types of provider; left out: all'),
  forms: z.array(based({ id, name: words })).describe('Ways to do it, where the policy gives a choice'),
  contracts: z.enum(['all', 'flagged']).describe('flagged: only contracts that say so'),
  by: based({ who: z.enum(['provider']) })
    .optional()
    .describe(
      'Where the provider gives it: it then sees when it is due. Left out: the council carries it out',
    ),
  byBand: z.record(z.string(), frequency),
  contractMaySay: based({ text: words })
    .optional()
    .describe('Where the frequency of the contract goes before this one'),
  conduct: conduct.optional(),
})

const meeting = based({
  id,
  name: words,
  every: span.optional(),
  attends: z.array(id).describe('Ids of roles'),
  does: words,
  ratings: meetingRatings.optional().describe('Where it decides or confirms ratings'),
})

/** How long something may take. */
export type Span = z.output<typeof span>

/** `monitoring.yaml`: how often each activity is due, by band. */
export const monitoringDocument = z.strictObject({
  providerTypes: providerTypes.optional(),
  activities: z.array(activity).min(1),
  extraVisits: based({ bands: z.array(id).min(1), oneOf: z.array(id).min(1), text: words })
    .optional()
    .describe('An additional visit for an area of risk, and the activities that may be used'),
  meetings: z.array(meeting),
  sharedWith: z
    .array(team)
    .min(1)
    .optional()
    .describe('The teams that get the documents of the meetings on ratings'),
  clock: based({ from: z.enum(['decision', 'decision-or-last-full-assessment', 'last-held']), text: words }),
  beforeDecision: based({ asBand: id })
    .optional()
    .describe('As which band a service is monitored before anyone has decided; left out: not at all'),
  neverHeld: based({ countFrom: z.enum(['contract', 'entered']), text: words })
    .optional()
    .describe(
      'From when the time runs where nothing was held yet: the start of the contract, or its entry here',
    ),
  nonWorkingDays: based({ due: z.enum(['stays', 'before']) })
    .optional()
    .describe(
      'What becomes of a due date on a day off. Later is not offered: it would exceed the longest time',
    ),
  choice: based({ by: id, text: words })
    .optional()
    .describe('Who chooses among forms; needed only where an activity has oneOf'),
})

export type MonitoringDocument = z.output<typeof monitoringDocument>
