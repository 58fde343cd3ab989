import { type Day, dayOf, plusDays } from '../../../core/kit/days.ts'
import { membershipsOf } from '../../people/queries/memberships.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { endOutsideSessionsOf } from '../../platform/http/sessions.ts'

/** The last day of an access that ends at once: today is not part of it any more. */
export const atOnce = (): Day => plusDays(dayOf(now()), -1)

/** What a membership is about: the one service, or for the lead of all of them the person. */
export const subjectOf = (service: string | null, person: string) =>
  service === null ? { kind: 'person', id: person } : { kind: 'service', id: service }

/** Sets the last day of a membership under an event that is being written. */
export const closeMembership = async (id: string, last: Day): Promise<void> =>
  void (await db().updateTable('provider_membership').set({ ends_on: last }).where('id', '=', id).execute())

/** Ends the sessions that act outside councils of somebody who has nothing left there. */
const endSessionsOfNobody = async (person: string): Promise<void> => {
  const left = (await membershipsOf(person)).some(({ side }) => side !== 'council')
  if (!left) await endOutsideSessionsOf(person)
}

/** Ends somebody's access at once. What they recorded stays with the service. */
export const endMembership = async (
  authority: string,
  member: { readonly id: string; readonly person: string; readonly service: string | null },
): Promise<void> =>
  void (await emit(
    {
      kind: 'membership.ended',
      authority,
      subject: subjectOf(member.service, member.person),
      payload: { membership: member.id, person: member.person, on: atOnce() },
    },
    async () => {
      await closeMembership(member.id, atOnce())
      await endSessionsOfNobody(member.person)
    },
  ))

/** Ends what somebody is for a partner agency, at once. */
export const endPartner = async (authority: string, person: string): Promise<void> =>
  void (await emit(
    {
      kind: 'partner.ended',
      authority,
      subject: { kind: 'person', id: person },
      payload: { person, on: atOnce() },
    },
    async () => {
      await db()
        .updateTable('partner_membership')
        .set({ ends_on: atOnce() })
        .where('person_id', '=', person)
        .where('authority_id', '=', authority)
        .execute()
      await endSessionsOfNobody(person)
    },
  ))
