import { z } from 'zod'
import { longestNote } from '../../core/alerts/deed-form.ts'
import { ruleNamed, rules } from '../../core/alerts/rules.ts'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { acknowledge, assign, finish, snooze, wake } from './commands/act.ts'
import { alertsAfter, ruleOfAlert } from './queries/alerts-after.ts'

const place = z.tuple([z.iso.datetime(), idGiven])

const alertSaid = z
  .object({
    id: z.guid(),
    rule: z.string().describe('The rule that raised it.'),
    says: z.string().describe('Why now, in one sentence.'),
    service: z.guid().nullable().describe('Null where it is about the council as a whole.'),
    serviceName: z.string().nullable(),
    since: z.iso.datetime(),
    due: z.iso.date().nullable(),
    person: z.string().nullable().describe('Whose it is; null where a rule says whose.'),
    acknowledgedAt: z.iso.datetime().nullable(),
    snoozedUntil: z.iso.date().nullable().describe('The day on which it comes back.'),
  })
  .meta({ id: 'Alert', description: 'Something that somebody of the council must do.' })

/** Rules whose grounds the token may see. */
const seenBy = ({ may }: Pick<Asking, 'may'>): readonly string[] =>
  rules.filter(({ permission }) => may(permission)).map(({ id }) => id)

/** Returns the alert of the address, with its rule. Throws `not-found` where the token may not see it. */
const named = async (asking: Pick<Asking, 'id' | 'may'>) => {
  const id = asking.id('alert')
  const rule = await ruleOfAlert(id)
  if (rule === null || !seenBy(asking).includes(rule)) throw fault('not-found', { what: 'alert', id })
  return { id, rule }
}

const answered = z.object({ id: z.guid(), changed: z.boolean().describe('False where it was so already.') })

const noted = z.strictObject({
  note: textGiven(longestNote).nullable().describe('What was done, and by whom. Some rules need it.'),
})

const untilGiven = z.strictObject({
  until: dayGiven.describe('The day on which it comes back, after today.'),
})

const toGiven = z.strictObject({ person: idGiven.describe('One of the council’s own people.') })

const common = { scope: 'work:write', answer: answered } as const

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/alerts',
    scope: 'work:read',
    does: 'List open alerts',
    says: 'Of all people of the council, in the order in which it began. Only those whose grounds the token may read.',
    query: z.strictObject(paging),
    answer: pageOf(alertSaid),
    handle: async (asking) => {
      const { limit, after } = asking.query
      return paged(
        await alertsAfter(seenBy(asking), placeOf(after, place), limit + 1),
        limit,
        ({ since, id }) => [since, id],
        (row) => row,
      )
    },
  }),
  operation({
    ...common,
    method: 'POST',
    path: '/alerts/:alert/acknowledged',
    does: 'Acknowledge an alert',
    audit: 'alerts.acknowledged',
    like: ['POST /alerts/acknowledge'],
    handle: async (asking) => {
      const { id } = await named(asking)
      return { id, changed: (await acknowledge([id])) > 0 }
    },
  }),
  operation({
    ...common,
    method: 'POST',
    path: '/alerts/:alert/done',
    does: 'Mark an alert as done',
    says: 'Done twice is done.',
    body: noted,
    example: { note: 'Rang the manager, who has acted' },
    audit: 'alerts.done',
    like: ['POST /alerts/done'],
    handle: async (asking) => {
      const { id, rule } = await named(asking)
      const note = asking.body.note?.trim() || null
      if (note === null && ruleNamed(rule)?.asksNote)
        throw fault('bad-request', {
          what: 'An alert of this rule is done only with a note on what was done.',
        })
      return { id, changed: (await finish([id], note)) > 0 }
    },
  }),
  operation({
    ...common,
    method: 'POST',
    path: '/alerts/:alert/assigned',
    does: 'Give an alert to somebody',
    body: toGiven,
    example: { person: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e' },
    audit: 'alerts.assigned',
    like: ['POST /alerts/assign'],
    handle: async (asking) => {
      const { id } = await named(asking)
      return { id, changed: (await assign([id], asking.body.person)) > 0 }
    },
  }),
  operation({
    ...common,
    method: 'POST',
    path: '/alerts/:alert/put-off',
    does: 'Put an alert off',
    says: 'It comes back by itself.',
    body: untilGiven,
    example: { until: '2099-12-31' },
    audit: 'alerts.snoozed',
    like: ['POST /alerts/put-off'],
    handle: async (asking) => {
      const { id } = await named(asking)
      const { until } = asking.body
      if (until <= dayOf(now())) throw fault('bad-request', { what: `${until} is not after today.` })
      return { id, changed: (await snooze([id], until)) > 0 }
    },
  }),
  operation({
    ...common,
    method: 'POST',
    path: '/alerts/:alert/brought-back',
    does: 'Bring an alert back that was put off',
    audit: 'alerts.woken',
    like: ['POST /alerts/bring-back'],
    handle: async (asking) => {
      const { id } = await named(asking)
      return { id, changed: (await wake([id])) > 0 }
    },
  }),
]
