import type { Role, Side } from '../people/roles.ts'

/** Who asks: what they are, and whose rows are open to them. Nobody signed in has no side and no roles. */
export type Asker = {
  readonly side: Side | null
  readonly roles: readonly Role[]
  readonly authorities: readonly string[]
  readonly services: 'all' | readonly string[]
}

/** Whose a record is. */
export type Whose = { readonly authority: string; readonly service: string }

/** What somebody is to a record. `portal` is a provider's person, to the records of another provider. */
export type Relation = 'council' | 'provider' | 'portal' | 'partner' | 'public'

/** Anyone at all, without signing in. */
export const nobodyAsks: Asker = { side: null, roles: [], authorities: [], services: [] }

/** Returns what somebody is to a record. Another council's people are the public, and so is a person without a role. */
export const relationTo = ({ side, roles, authorities, services }: Asker, whose: Whose): Relation => {
  if (roles.length === 0 || side === null) return 'public'
  if (side === 'provider')
    return services !== 'all' && services.includes(whose.service) ? 'provider' : 'portal'
  if (!authorities.includes(whose.authority)) return 'public'
  return side
}
