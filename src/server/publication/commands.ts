import { dayOf, plusMonths } from '../../core/kit/days.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'

/** What a person went through: whose list, how long it was, and how often the policy asks for it. */
export type Reviewed = {
  /** Made with the form, so that a form sent twice reviews once. */
  readonly id: string
  readonly authority: string
  readonly person: string
  readonly everyMonths: number
  readonly services: number
  readonly suspended: number
}

/** Records that a person went through the published list (W1.3). Returns false where the form was sent before. */
export const recordReview = async (reviewed: Reviewed): Promise<boolean> => {
  const { id, authority, person, everyMonths, services, suspended } = reviewed
  const before = await db()
    .selectFrom('publication_review')
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()
  if (before) return false
  const on = dayOf(now())
  const due = plusMonths(on, everyMonths)
  await emit(
    {
      kind: 'publication.reviewed',
      authority,
      subject: { kind: 'publication', id: authority },
      payload: { on, due, services, suspended },
    },
    (event) =>
      db()
        .insertInto('publication_review')
        .values({
          id,
          authority_id: authority,
          person_id: person,
          reviewed_on: on,
          due_on: due,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
  return true
}
