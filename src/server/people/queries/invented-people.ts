import { isRole, type Role } from '../../../core/people/roles.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground } from '../../platform/database/unit-of-work.ts'

/** A person who can be signed in as in the demonstration. */
export type InventedPerson = {
  readonly id: string
  readonly name: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly role: Role
}

/** Returns the invented people, by authority and role. A live installation offers none, whatever its database holds. */
export const inventedPeople = async (): Promise<InventedPerson[]> => {
  if (ground().mode !== 'demo') return []
  const rows = await inRoom('accounts', () =>
    db()
      .selectFrom('person')
      .innerJoin('member_now', 'member_now.person_id', 'person.id')
      .innerJoin('authority', 'authority.id', 'member_now.authority_id')
      .where('person.invented', '=', true)
      .select([
        'person.id',
        'person.name',
        'member_now.role',
        'authority.id as authority_id',
        'authority.name as authority_name',
      ])
      .orderBy('authority.name')
      .orderBy('member_now.recorded_at')
      .orderBy('person.name')
      .execute(),
  )
  // A person of a provider has one row a service: each person is offered once.
  const once = new Map(rows.toReversed().map((row) => [`${row.id} ${row.authority_id}`, row]))
  return [...once.values()]
    .toReversed()
    .flatMap(({ id, name, role, authority_id, authority_name }) =>
      role !== null && isRole(role)
        ? [{ id, name, role, authority: { id: authority_id, name: authority_name } }]
        : [],
    )
}
