import { type Day, dayOf, plusDays } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** The last day of an access that ends at once: today is not part of it any more. */
export const atOnce = (): Day => plusDays(dayOf(now()), -1)

/** Sets the last day of a membership under an event that is being written. */
export const closeMembership = async (id: string, last: Day): Promise<void> =>
  void (await db().updateTable('provider_membership').set({ ends_on: last }).where('id', '=', id).execute())

/** Ends somebody's access to a service at once. What they recorded stays with the service. */
export const endMembership = async (
  authority: string,
  service: string,
  member: { readonly id: string; readonly person: string },
): Promise<void> =>
  void (await emit(
    {
      kind: 'membership.ended',
      authority,
      subject: { kind: 'service', id: service },
      payload: { membership: member.id, person: member.person, on: atOnce() },
    },
    () => closeMembership(member.id, atOnce()),
  ))
