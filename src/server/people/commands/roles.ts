import type { Role } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import { membershipsOf } from '../queries/memberships.ts'

const subjectOf = (person: string) => ({ kind: 'person', id: person })

/** Gives a person a role in an authority. One that they hold already stays, with the services given now. */
export const giveRole = async (
  person: string,
  authority: string,
  role: Role,
  services: readonly string[] | null,
): Promise<void> =>
  void (await emit(
    { kind: 'role.given', authority, subject: subjectOf(person), payload: { role, services } },
    () =>
      db()
        .insertInto('membership')
        .values({
          person_id: person,
          authority_id: authority,
          role,
          services: services && [...services],
          recorded_at: now(),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'authority_id', 'role'])
            .doUpdateSet({ services: services && [...services] }),
        )
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

const same = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  JSON.stringify(one?.toSorted() ?? null) === JSON.stringify(other?.toSorted() ?? null)

/**
 * Makes the roles of a person in an authority these and no others. Sessions there end, so that nobody goes on with what
 * they may no longer do, or without the second factor that a new role needs. Returns whether anything changed.
 */
export const changeRoles = async (
  person: string,
  authority: string,
  wanted: readonly Role[],
  services: readonly string[] | null,
): Promise<boolean> => {
  const held = (await membershipsOf(person)).find((one) => one.authority.id === authority)
  const before = held?.roles ?? []
  const moved = !same(held?.services ?? null, services)
  const given = wanted.filter((role) => moved || !before.includes(role))
  const taken = before.filter((role) => !wanted.includes(role))
  for (const role of given) await giveRole(person, authority, role, services)
  for (const role of taken) await takeRole(person, authority, role)
  if (given.length + taken.length === 0) return false
  await endSessionsOf(person, { authority })
  return true
}
