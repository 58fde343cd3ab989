import { dayOf } from '../../../core/kit/days.ts'
import { isRole, type Role, type Side } from '../../../core/people/roles.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** What a person is on one side in the eyes of one authority: one of its own people, of a provider's, or of an agency's. */
export type Membership = {
  readonly side: Side
  readonly authority: { readonly id: string; readonly name: string; readonly invented: boolean }
  readonly roles: readonly Role[]
}

const rowsOf = (person: string) =>
  // In the room: it is asked before anyone is known, and whoever asks may see only some of a person's councils.
  inRoom('accounts', () =>
    db()
      .selectFrom('member_now')
      .innerJoin('authority', 'authority.id', 'member_now.authority_id')
      .where('person_id', '=', person)
      .where((where) => where.or([where('begins_on', 'is', null), where('begins_on', '<=', dayOf(now()))]))
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', dayOf(now()))]))
      .select(['authority.id', 'authority.name', 'authority.invented', 'side', 'role'])
      .distinct()
      .orderBy('authority.name')
      .orderBy('side')
      .orderBy('role')
      .execute(),
  )

/** Returns what a person is today and where, by the name of the authority. */
export const membershipsOf = async (person: string): Promise<readonly Membership[]> => {
  const rows = await rowsOf(person)
  return [...Map.groupBy(rows, ({ id, side }) => `${side} ${id}`).values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const { id, name, invented, side } = first
    const roles = held.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : []))
    return [{ side: side as Side, authority: { id, name, invented }, roles }]
  })
}

/** Whether a person is one of some council's own: then they need a second factor. */
export const isOfCouncil = (memberships: readonly Membership[]): boolean =>
  memberships.some(({ side }) => side === 'council')

const authoritiesOf = (memberships: readonly Membership[]) => [
  ...new Map(memberships.map(({ authority }) => [authority.id, authority])).values(),
]

/** Whose mail to a person is: the one authority that they work with, or nobody's where they work with several. */
export const mailAuthorityOf = (memberships: readonly Membership[]): string | null => {
  const [first, ...others] = authoritiesOf(memberships)
  return others.length === 0 ? (first?.id ?? null) : null
}

/** What mail calls the council of a person. */
export const councilOf = (memberships: readonly Membership[]): string =>
  authoritiesOf(memberships)
    .map(({ name }) => name)
    .join(' and ') || 'your council'
