import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { contactKinds, readContact } from '../../core/monitoring/contact-form.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, oneOf, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation, type Said } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { followUpContact, recordContact } from './commands/contacts.ts'
import { type ContactInList, contactsAfter } from './queries/contacts-after.ts'

const longest = { withWhom: 100, note: 1000 } as const

const contactSaid = z
  .object({
    id: z.guid(),
    service: z.guid(),
    kind: oneOf(contactKinds),
    on: z.iso.date(),
    person: z.guid().describe('Who of the council it was.'),
    withWhom: z.string().nullable(),
    note: z.string().nullable(),
    followUp: z.iso.date().nullable().describe('The day to follow it up.'),
    followedUpOn: z.iso.date().nullable(),
  })
  .partial()
  .required({ id: true })
  .meta({ id: 'Contact', description: 'A call, an email or a visit outside the plan.' })

const say = (asking: Asking, { authority, ...row }: ContactInList): Said<z.input<typeof contactSaid>> => ({
  ...asking.seen('contact', row, { authority, service: row.service }),
  id: row.id,
})

const shown = async (asking: Asking, id: string) => {
  const [row] = await contactsAfter({ service: null, id }, null, 1)
  if (row === undefined) throw fault('not-found', { what: 'contact', id })
  return say(asking, row)
}

const place = z.tuple([z.iso.date(), idGiven])

/** Calls, emails and visits outside the plan. */
export const contactOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/contacts',
    scope: 'plan:read',
    does: 'List calls, emails and visits outside the plan',
    says: 'The latest first.',
    query: z.strictObject({ service: idGiven.optional(), ...paging }),
    answer: pageOf(contactSaid),
    handle: async (asking) => {
      const { limit, after, service = null } = asking.query
      return paged(
        await contactsAfter({ service, id: null }, placeOf(after, place), limit + 1),
        limit,
        ({ on, id }) => [on, id],
        (row) => say(asking, row),
      )
    },
  }),
  operation({
    method: 'POST',
    path: '/services/:service/contacts',
    scope: 'contacts:write',
    does: 'Record a call, an email or a visit',
    body: z.strictObject({
      kind: oneOf(contactKinds),
      on: dayGiven.describe('The day: today or in the past.'),
      person: idGiven.describe('Who of the council it was, as /people names them.'),
      withWhom: textGiven(longest.withWhom).default(''),
      note: textGiven(longest.note).default('').describe('No names of people who use the service.'),
      followUp: dayGiven.nullable().default(null).describe('The day to follow it up: today or later.'),
    }),
    answer: contactSaid,
    audit: 'contact.recorded',
    like: ['POST /services/:service/contacts/new'],
    example: {
      kind: 'call',
      on: '2026-11-20',
      person: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e',
      note: 'Asked for the rota of December',
    },
    handle: async (asking) => {
      const { person, ...sent } = asking.body
      const { id: service, authority } = await serviceForIntelligence(asking.id('service'))
      const read = readContact({ ...sent, followUp: sent.followUp ?? '' }, dayOf(now()))
      if ('errors' in read) throw wrongTyped(read.errors)
      const people = await councilPeople(authority)
      if (!people.some(({ id }) => id === person))
        throw wrongTyped([{ field: 'person', text: 'This is no person of the council' }])
      const id = randomUUID()
      await recordContact({ ...read, id, authority, service, person })
      return shown(asking, id)
    },
  }),
  operation({
    method: 'POST',
    path: '/services/:service/contacts/:contact/followed-up',
    scope: 'contacts:write',
    does: 'Record that a contact was followed up',
    says: 'Today. Done twice is done.',
    answer: contactSaid,
    audit: 'contact.followed-up',
    like: ['POST /services/:service/contacts/:contact/followed-up'],
    handle: async (asking) => {
      const id = asking.id('contact')
      await followUpContact(asking.id('service'), id, dayOf(now()))
      return shown(asking, id)
    },
  }),
]
