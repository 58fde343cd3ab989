import type { Permission } from '../people/permissions.ts'
import type { Role, Side } from '../people/roles.ts'

/** Who asks: what they are, and whose rows are open to them. Nobody signed in has no side and no roles. */
export type Asker = {
  readonly side: Side | null
  readonly roles: readonly Role[]
  readonly authorities: readonly string[]
  readonly services: 'all' | readonly string[]
  /** What a token of the API is permitted: it has scopes and no role. */
  readonly scoped?: readonly Permission[]
}

/** Whose a record is. */
export type Whose = { readonly authority: string; readonly service: string }

/** What somebody is to a record. `portal` is a provider's person, to the records of another provider. */
export type Relation = 'council' | 'provider' | 'portal' | 'partner' | 'public'

/** Anyone at all, without signing in. */
export const nobodyAsks: Asker = { side: null, roles: [], authorities: [], services: [] }

/** Returns what somebody is to a record. Another council's people are the public, and so is whoever has neither a role nor a scope. */
export const relationTo = (asker: Asker, whose: Whose): Relation => {
  const { side, roles, authorities, services, scoped = [] } = asker
  if (side === null || roles.length + scoped.length === 0) return 'public'
  if (side === 'provider')
    return services !== 'all' && services.includes(whose.service) ? 'provider' : 'portal'
  if (!authorities.includes(whose.authority)) return 'public'
  return side
}
