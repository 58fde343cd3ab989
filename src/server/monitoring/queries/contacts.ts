import type { Day } from '../../../core/kit/days.ts'
import type { ContactKind } from '../../../core/monitoring/contact-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A call, an email or a visit outside the plan. */
export type ShownContact = {
  readonly id: string
  readonly kind: ContactKind
  readonly on: Day
  readonly person: string
  readonly withWhom: string | null
  readonly note: string | null
  readonly followUp: Day | null
  readonly followedUpOn: Day | null
}

/** How much of the past a page shows. */
const shown = 30

/** Returns the contacts with a service, the latest first; what is still to be followed up before the others. */
export const contactsOf = async (service: string): Promise<readonly ShownContact[]> =>
  (
    await db()
      .selectFrom('contact')
      .innerJoin('person', 'person.id', 'contact.person_id')
      .where('service_id', '=', service)
      .select(['contact.id', 'kind', 'on_day as on', 'person.name as person', 'with_whom as withWhom'])
      .select(['note', 'follow_up as followUp', 'followed_up_on as followedUpOn'])
      .orderBy(
        (order) => order.and([order('follow_up', 'is not', null), order('followed_up_on', 'is', null)]),
        'desc',
      )
      .orderBy('on_day', 'desc')
      .orderBy('contact.id')
      .limit(shown)
      .execute()
  ).map((row) => ({ ...row, kind: row.kind as ContactKind }))
