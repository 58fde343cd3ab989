import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { ContactRead } from '../../../core/monitoring/contact-form.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** A contact to record. `id` is made with the form, so that a form sent twice records one. */
export type NewContact = ContactRead & {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly person: string
}

/** Records a call, an email or a visit outside the plan. */
export const recordContact = async (contact: NewContact): Promise<void> => {
  const { id, authority, service, kind, on, followUp } = contact
  const there = await db().selectFrom('contact').where('id', '=', id).select('id').executeTakeFirst()
  if (there) return
  await emit(
    {
      kind: 'contact.recorded',
      authority,
      subject: { kind: 'service', id: service },
      payload: { contact: id, service, kind, on, followUp },
    },
    (event) =>
      db()
        .insertInto('contact')
        .values({
          id,
          authority_id: authority,
          service_id: service,
          kind,
          on_day: on,
          person_id: contact.person,
          with_whom: contact.withWhom,
          note: contact.note,
          follow_up: followUp,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
}

/** Records that a contact was followed up. Done twice is done. */
export const followUpContact = async (service: string, id: string, on: Day): Promise<void> => {
  const row = await db()
    .selectFrom('contact')
    .where('id', '=', id)
    .where('service_id', '=', service)
    .select(['authority_id', 'followed_up_on'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'contact', id })
  if (row.followed_up_on !== null) return
  await emit(
    {
      kind: 'contact.followed-up',
      authority: row.authority_id,
      subject: { kind: 'service', id: service },
      payload: { contact: id, service, on },
    },
    () => db().updateTable('contact').set({ followed_up_on: on }).where('id', '=', id).execute(),
  )
}
