import type { Role } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import { membershipsOf } from '../queries/memberships.ts'

const subjectOf = (person: string) => ({ kind: 'person', id: person })

/** Gives a person a role in a council. One that they hold already stays. */
export const giveRole = async (person: string, authority: string, role: Role): Promise<void> =>
  void (await emit({ kind: 'role.given', authority, subject: subjectOf(person), payload: { role } }, () =>
    db()
      .insertInto('membership')
      .values({ person_id: person, authority_id: authority, role, recorded_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  ))

const takeRole = async (person: string, authority: string, role: Role): Promise<void> =>
  void (await emit({ kind: 'role.taken', authority, subject: subjectOf(person), payload: { role } }, () =>
    db()
      .deleteFrom('membership')
      .where('person_id', '=', person)
      .where('authority_id', '=', authority)
      .where('role', '=', role)
      .execute(),
  ))

/** Returns the roles that a person holds as one of a council's own people. */
export const councilRolesOf = async (person: string, authority: string): Promise<readonly Role[]> =>
  (await membershipsOf(person)).find((one) => one.side === 'council' && one.authority.id === authority)
    ?.roles ?? []

/**
 * Makes the roles of a person in a council these and no others. Sessions there end, so that nobody goes on with what
 * they may no longer do, or without the second factor that a new role needs. Returns whether anything changed.
 */
export const changeRoles = async (
  person: string,
  authority: string,
  wanted: readonly Role[],
): Promise<boolean> => {
  const before = await councilRolesOf(person, authority)
  const given = wanted.filter((role) => !before.includes(role))
  const taken = before.filter((role) => !wanted.includes(role))
  for (const role of given) await giveRole(person, authority, role)
  for (const role of taken) await takeRole(person, authority, role)
  if (given.length + taken.length === 0) return false
  await endSessionsOf(person, { authority })
  return true
}

/**
 * Takes a person out of one council: their roles there, and the sessions that ran on them. What they have for a provider
 * or an agency there ends with the event.
 */
export const removeFromAuthority = async (person: string, authority: string): Promise<void> => {
  for (const role of await councilRolesOf(person, authority)) await takeRole(person, authority, role)
  await emit({ kind: 'person.removed', authority, subject: subjectOf(person), payload: {} })
  await endSessionsOf(person, { authority })
}
