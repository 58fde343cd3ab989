import type { Role } from '../../../core/people/roles.ts'
import type { Actor } from '../actor.ts'

/** A signed-in person in one authority. */
export type Signed = {
  readonly person: { readonly id: string; readonly name: string }
  readonly authority: { readonly id: string; readonly name: string; readonly invented: boolean }
  readonly roles: readonly Role[]
  readonly services: 'all' | readonly string[]
}

/** Returns who acts, for the unit of work of a signed-in person. */
export const actorOf = (signed: Signed): Actor => ({
  kind: 'person',
  id: signed.person.id,
  authorities: [signed.authority.id],
  services: signed.services,
})

/** Nobody signed in: sees no authority's rows. */
export const nobody: Actor = { kind: 'system', id: 'nobody', authorities: [], services: [] }
