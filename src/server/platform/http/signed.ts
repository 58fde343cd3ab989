import { isPermission } from '../../../core/people/permissions.ts'
import { allows, type Role, type Side } from '../../../core/people/roles.ts'
import type { Actor, Origin } from '../actor.ts'

/** A council as a signed-in person knows it. */
export type SignedAuthority = { readonly id: string; readonly name: string; readonly invented: boolean }

/** What a person of a provider is for one service, and by which membership. */
export type ServiceRole = {
  readonly service: string
  readonly authority: string
  readonly role: Role
  readonly membership: string
}

/** A signed-in person, on one side: for one council, or for their provider in every council that it works with. */
export type Signed = {
  readonly person: { readonly id: string; readonly name: string }
  readonly side: Side
  /** The council that a person acts for. For people of a provider, the first of those that they see services of. */
  readonly authority: SignedAuthority
  /** Every council whose rows may be seen: one for a council's own people. */
  readonly authorities: readonly SignedAuthority[]
  readonly roles: readonly Role[]
  /** What a person of a provider is for each service that they see. Empty for everyone else. */
  readonly at: readonly ServiceRole[]
  readonly services: 'all' | readonly string[]
}

/**
 * Returns the roles that let a person do what a permission says: what they act as. Where a route asks for no
 * permission, all of their roles.
 */
export const actsAs = (signed: Signed, permission: string): string => {
  const holding = isPermission(permission)
    ? signed.roles.filter((role) => allows([role], permission))
    : signed.roles
  return holding.join(', ')
}

/** Returns who acts, for the unit of work of a signed-in person: as what, and where the request came from. */
export const actorOf = (signed: Signed, permission: string, from: Origin): Actor => ({
  kind: 'person',
  id: signed.person.id,
  authorities: signed.authorities.map(({ id }) => id),
  services: signed.services,
  actsAs: actsAs(signed, permission),
  from,
})

/** Nobody signed in: sees no authority's rows. */
export const nobody: Actor = { kind: 'system', id: 'nobody', authorities: [], services: [] }
