import { type Role, roles } from './roles.ts'

/** Roles of people who work for a provider: they see the services that are named for them, and no others. */
const ofProvider: ReadonlySet<Role> = new Set(['registered-manager'])

/** Whether a role is one of a provider's people. */
export const isProviderRole = (role: Role): boolean => ofProvider.has(role)

/** Every role, the council's first. */
export const rolesInOrder: readonly Role[] = (Object.keys(roles) as Role[]).toSorted(
  (one, other) => Number(isProviderRole(one)) - Number(isProviderRole(other)),
)
