import { isRole, type Role } from '../../../core/people/roles.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** What a person is in one authority. `services` is null for the council's own people. */
export type Membership = {
  readonly authority: { readonly id: string; readonly name: string; readonly invented: boolean }
  readonly roles: readonly Role[]
  readonly services: readonly string[] | null
}

/** Returns where a person works and as what, by the name of the authority. */
export const membershipsOf = async (person: string): Promise<readonly Membership[]> => {
  const rows = await db()
    .selectFrom('membership')
    .innerJoin('authority', 'authority.id', 'membership.authority_id')
    .where('person_id', '=', person)
    .select(['authority.id', 'authority.name', 'authority.invented', 'role', 'services'])
    .orderBy('authority.name')
    .orderBy('role')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((held) => ({
    authority: {
      id: held[0]?.id ?? '',
      name: held[0]?.name ?? '',
      invented: held[0]?.invented ?? false,
    },
    roles: held.map(({ role }) => role).filter(isRole),
    services: held.some(({ services }) => services === null)
      ? null
      : [...new Set(held.flatMap(({ services }) => services ?? []))],
  }))
}

/** Whether a person is one of some council's own: then they need a second factor. */
export const isOfCouncil = (memberships: readonly Membership[]): boolean =>
  memberships.some(({ services }) => services === null)

/** Whose mail to a person is: the one authority that they work for, or nobody's where they work for several. */
export const mailAuthorityOf = (memberships: readonly Membership[]): string | null =>
  memberships.length === 1 ? (memberships[0]?.authority.id ?? null) : null

/** What mail calls the council of a person. */
export const councilOf = (memberships: readonly Membership[]): string =>
  memberships.map(({ authority }) => authority.name).join(' and ') || 'your council'
