import { type Day, dayOf } from '../../../core/kit/days.ts'
import type { Employer } from '../../../core/people/access.ts'
import type { Role } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { subjectOf } from './end.ts'

/** What a person is to be for a provider, or for a group. */
export type NewMembership = {
  /** Made with the form, so that a form sent twice gives one. */
  readonly id: string
  readonly authority: string
  readonly person: string
  readonly role: Role
  readonly of: Employer
  /** Null for a group lead: all services. */
  readonly service: string | null
}

/** Writes a membership under an event that is being written. */
export const writeMembership = async (event: number, given: NewMembership, begins: Day): Promise<void> =>
  void (await db()
    .insertInto('provider_membership')
    .values({
      id: given.id,
      authority_id: given.authority,
      person_id: given.person,
      role: given.role,
      provider_id: 'provider' in given.of ? given.of.provider : null,
      group_id: 'group' in given.of ? given.of.group : null,
      service_id: given.service,
      begins_on: begins,
      ends_on: null,
      recorded_at: now(),
      event_id: event,
    })
    .execute())

/** Gives a person a role with a provider from today on. Returns false where the form was sent before. */
export const giveMembership = async (given: NewMembership): Promise<boolean> => {
  const before = await db()
    .selectFrom('provider_membership')
    .where('id', '=', given.id)
    .select('id')
    .executeTakeFirst()
  if (before) return false
  const { id, person, role, service } = given
  await emit(
    {
      kind: 'membership.given',
      authority: given.authority,
      subject: subjectOf(service, person),
      payload: { membership: id, person, role, service },
    },
    (event) => writeMembership(event.id, given, dayOf(now())),
  )
  return true
}

/** Adds a person of a partner agency, who sees what is shared with it; or changes the agency of one who is there. */
export const addPartner = async (given: {
  readonly authority: string
  readonly person: string
  readonly agency: string
}): Promise<void> =>
  void (await emit(
    {
      kind: 'partner.added',
      authority: given.authority,
      subject: { kind: 'person', id: given.person },
      payload: { person: given.person, agency: given.agency },
    },
    () =>
      db()
        .insertInto('partner_membership')
        .values({
          person_id: given.person,
          authority_id: given.authority,
          role: 'partner-member',
          agency: given.agency,
          recorded_at: now(),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'authority_id', 'role'])
            .doUpdateSet({ agency: given.agency, ends_on: null, recorded_at: now() }),
        )
        .execute(),
  ))
