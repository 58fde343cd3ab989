import { z } from 'zod'
import { type ArrangeTyped, readArrange, readReason } from '../../core/monitoring/arrange-form.ts'
import { type HoldTyped, othersRole, readHeld } from '../../core/monitoring/hold-form.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { activityWithRecord, sayActivity } from './activity-said.ts'
import { type ArrangeSubject, arrangeSubject, choicesOf, leadChooses, placesOf } from './arrange-subject.ts'
import { arrange } from './commands/arrange.ts'
import { cancel } from './commands/cancel.ts'
import { hold } from './commands/hold.ts'
import { heldChoicesOf, holdSubject } from './hold-subject.ts'
import { activityById } from './queries/show-activity.ts'

const longest = { id: 100, place: 200, reason: 500, note: 4000 } as const

const version = z
  .int()
  .min(1)
  .describe('The version that you saw: where somebody else changed it meanwhile, nothing is saved.')

const person = idGiven
  .nullable()
  .default(null)
  .describe('Who of the council carries it out, as /people names them; null for its lead.')

const form = textGiven(longest.id)
  .nullable()
  .default(null)
  .describe('How it is done, by its id in the policy, where that has several ways.')

const reason = textGiven(longest.reason)

const arrangement = z.strictObject({
  version,
  on: dayGiven.describe('The day: today or later.'),
  time: textGiven(longest.id).nullable().default(null).describe('Such as 14:30.'),
  place: textGiven(longest.place).nullable().default(null).describe('A place of the policy, or another.'),
  form,
  person,
  announced: z.boolean().default(true).describe('Whether the provider is told.'),
  reason: reason.default('').describe('Why it is arranged anew, where it was arranged before.'),
})

const record = z.strictObject({
  version,
  on: dayGiven.describe('The day: today or in the past.'),
  form,
  person,
  attendance: z
    .record(textGiven(longest.id), textGiven(longest.place))
    .default({})
    .describe('Who was there, by roles of the policy; under `others` whom it does not name.'),
  notes: z
    .record(textGiven(longest.id), textGiven(longest.note))
    .default({})
    .describe('What was said, by areas of the agenda; under the empty text what stands under none.'),
  checks: z.array(textGiven(longest.id)).default([]).describe('The checks that were made, by their ids.'),
  reason: reason.default('').describe('What was wrong with the record, where one is corrected.'),
})

/** Returns what was sent as the form would send it: the form's rules judge both. */
const arrangeTyped = (sent: z.output<typeof arrangement>, { inPolicy }: ArrangeSubject): ArrangeTyped => {
  const known = Object.entries(placesOf(inPolicy)).find((place) => place.includes(sent.place ?? ''))
  return {
    on: sent.on,
    time: sent.time ?? '',
    place: known?.[0] ?? (sent.place === null ? '' : 'other'),
    otherPlace: known === undefined ? (sent.place ?? '') : '',
    form: sent.form ?? '',
    person: sent.person ?? '',
    announced: sent.announced ? 'yes' : 'no',
    reason: sent.reason,
  }
}

const holdTyped = ({ attendance, ...sent }: z.output<typeof record>): HoldTyped => ({
  ...sent,
  form: sent.form ?? '',
  person: sent.person ?? '',
  attendance,
  others: attendance[othersRole] ?? '',
})

/** What the policy does not name is refused: a form cannot send it, and nothing sent may be lost. */
const refuseUnknown = (field: string, sent: readonly string[], known: readonly string[]): void => {
  const unknown = sent.filter((id) => !known.includes(id))
  if (unknown.length > 0)
    throw wrongTyped(unknown.map((id) => ({ field, text: `The policy has nothing called “${id}” here` })))
}

const shown = async (asking: Asking, id: string) => sayActivity(asking, await activityById(id))

const common = {
  method: 'POST',
  scope: 'plan:write',
  answer: activityWithRecord,
  audit: 'activity.changed',
} as const

/** Writing in the plan: arranged, held and cancelled. */
export const writeOperations: readonly Operation[] = [
  operation({
    ...common,
    path: '/activities/:activity/arrange',
    does: 'Arrange an activity',
    says: 'Its due date stays. Where the policy leaves to the contract lead how it is done, they choose it on the page.',
    body: arrangement,
    like: ['POST /activities/:activity/arrange'],
    example: { version: 1, on: '2026-12-01', time: '14:30', place: 'At the service', reason: 'As agreed' },
    handle: async (asking) => {
      const of = await arrangeSubject(asking.id('activity'))
      const { body } = asking
      const read = readArrange(arrangeTyped(body, of), choicesOf(of, body.version))
      if ('errors' in read) throw wrongTyped(read.errors)
      if (leadChooses(of, body.form ?? ''))
        throw wrongTyped([{ field: 'form', text: 'The contract lead chooses how it is done, on the page' }])
      await arrange(of.activity, body.version, read)
      return shown(asking, of.activity.id)
    },
  }),
  operation({
    ...common,
    path: '/activities/:activity/hold',
    does: 'Record that an activity was held',
    says: 'The next due date follows at once. Sent again from the next version, with a reason, it corrects the record.',
    body: record,
    like: ['POST /activities/:activity/hold'],
    example: { version: 1, on: '2026-11-20', attendance: { others: 'The deputy manager' } },
    handle: async (asking) => {
      const of = await holdSubject(asking.id('activity'))
      const { body } = asking
      const choices = heldChoicesOf(of, body.version)
      refuseUnknown('attendance', Object.keys(body.attendance), [...choices.roles, othersRole])
      refuseUnknown('notes', Object.keys(body.notes), ['', ...choices.areas])
      refuseUnknown('checks', body.checks, choices.checks)
      const read = readHeld(holdTyped(body), choices)
      if ('errors' in read) throw wrongTyped(read.errors)
      const { row, bandOn } = of.inPolicy
      await hold(of.activity, body.version, read, { row, band: bandOn(read.on) })
      return shown(asking, of.activity.id)
    },
  }),
  operation({
    ...common,
    path: '/activities/:activity/cancel',
    does: 'Cancel an activity',
    says: 'Or take back that it was held. The duty stays: what the policy asks for stands in the plan again.',
    body: z.strictObject({ version, reason: reason.describe('Why.') }),
    like: ['POST /activities/:activity/cancel'],
    example: { version: 2, reason: 'The manager is ill' },
    handle: async (asking) => {
      const activity = await activityById(asking.id('activity'))
      const read = readReason(asking.body.reason)
      if ('errors' in read) throw wrongTyped(read.errors)
      await cancel(activity, asking.body.version, read.reason)
      return shown(asking, activity.id)
    },
  }),
]
