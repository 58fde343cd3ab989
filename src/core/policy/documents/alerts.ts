import { z } from 'zod'
import { engagementKinds } from '../../alerts/engagement.ts'
import { ruleIds } from '../../alerts/rules.ts'
import { based, id, whole, words } from './values.ts'

const days = z.strictObject({ days: whole })

const rule = based({
  rule: z.enum(ruleIds).describe('Id of a rule of alerts'),
  after: days.optional().describe('How long it must have been so before anyone is told'),
  ahead: days.optional().describe('How long before its date it is told'),
  within: days.optional().describe('How far back the rule looks'),
  due: days
    .optional()
    .describe('How long after it began it is to be dealt with: { days: 0 } is the same day'),
  overdue: z
    .strictObject({ hours: whole })
    .optional()
    .describe(
      'Hours after it began, day and night, after which it is overdue; left out: the end of the day on which it is due',
    ),
})

const expected = based({
  scheme: id,
  atLeast: words.describe('The lowest grade that is good enough'),
  noPartAt: words.optional().describe('A grade that no part may have'),
})

const engagement = based({
  counts: z.array(z.enum(engagementKinds)).min(1),
})

/** `alerts.yaml`: which rules raise alerts, and when each is due. A rule without an entry raises none. */
export const alertsDocument = z.strictObject({
  rules: z.array(rule).min(1),
  expected: z.array(expected).describe('Ratings by others that every service is expected to have'),
  engagement: engagement.optional().describe('What counts as engagement with a service that falls short'),
})

export type AlertsDocument = z.output<typeof alertsDocument>
