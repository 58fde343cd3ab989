import { allows, type Permission, permissions, type Role } from '../../../core/people/roles.ts'
import type { Actor, Origin } from '../actor.ts'

/** A signed-in person in one authority. */
export type Signed = {
  readonly person: { readonly id: string; readonly name: string }
  readonly authority: { readonly id: string; readonly name: string; readonly invented: boolean }
  readonly roles: readonly Role[]
  readonly services: 'all' | readonly string[]
}

const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text)

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
  authorities: [signed.authority.id],
  services: signed.services,
  actsAs: actsAs(signed, permission),
  from,
})

/** Nobody signed in: sees no authority's rows. */
export const nobody: Actor = { kind: 'system', id: 'nobody', authorities: [], services: [] }
