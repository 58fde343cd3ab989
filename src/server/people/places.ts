import type { Side } from '../../core/people/roles.ts'
import type { Signed } from '../platform/http/signed.ts'
import type { Membership } from './queries/memberships.ts'

/** What stands for everything that is not a council's: a provider's services, or what is shared with an agency. */
export const outside = 'outside'

/** Where a person acts: for one council, or for their provider or agency in all councils at once. */
export type Place = {
  /** The council's id, or `outside`. */
  readonly value: string
  /** The council; null for a provider or an agency. */
  readonly authority: string | null
  readonly side: Side
  readonly name: string
  readonly memberships: readonly [Membership, ...Membership[]]
}

/** Returns where a person can act. Nobody acts on two sides at once. */
export const placesOf = (memberships: readonly Membership[]): readonly Place[] => {
  const councils = memberships
    .filter(({ side }) => side === 'council')
    .map((held) => ({
      value: held.authority.id,
      authority: held.authority.id,
      side: held.side,
      name: held.authority.name,
      memberships: [held] as const,
    }))
  const side = memberships.some((held) => held.side === 'provider') ? 'provider' : 'partner'
  const [first, ...others] = memberships.filter((held) => held.side === side)
  if (first === undefined) return councils
  const name = side === 'provider' ? 'Your provider' : 'Your agency'
  return [...councils, { value: outside, authority: null, side, name, memberships: [first, ...others] }]
}

/** Returns a person as signed in at a place, for the frame of the very page that signs them in. */
export const signedAt = (person: Signed['person'], { side, memberships }: Place): Signed => ({
  person,
  side,
  authority: memberships[0].authority,
  authorities: memberships.map(({ authority }) => authority),
  roles: memberships.flatMap(({ roles }) => roles),
  at: [],
  services: side === 'council' ? 'all' : [],
})
