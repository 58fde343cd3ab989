import { isStrongEnough, type Strength } from './strength.ts'

/** How a person proved who they are. */
export type Proof = {
  readonly method: string
  readonly strength: Strength
  /** The council whose identity provider said so; null where the person proved it to Plumbline itself. */
  readonly provedFor: string | null
}

/** Where somebody wants to act: for a council, or outside of councils, for their provider or agency. */
export type ActsAt = { readonly council: string | null }

/** How the people of one council must come. Null where no council has an identity provider here. */
export type OwnSignIn = {
  /** The council; null stands for the only one there is. */
  readonly council: string | null
  /** Whether its people must come by its provider, or may also use a password and a code. */
  readonly exclusive: boolean
} | null

/** What a proof lacks: another step, the word of the council's own provider, or a proof to Plumbline itself. */
export type Lack = 'second-step' | 'council-account' | 'password'

const isOf = (own: OwnSignIn, council: string): boolean =>
  own !== null && (own.council === null || own.council === council)

/**
 * Returns what a proof lacks for acting at a place, or null. A provider's word opens its own council and nothing else:
 * else whoever runs one council's provider could act in another. `joined`: the person came by the council's provider
 * before, so that a password of theirs opens it no more.
 */
export const lackOf = (proof: Proof, at: ActsAt, own: OwnSignIn, joined: boolean): Lack | null => {
  if (proof.method === 'demonstration') return null
  const needsProvider = at.council !== null && isOf(own, at.council) && (joined || own?.exclusive === true)
  if (proof.provedFor !== null && proof.provedFor !== at.council)
    return needsProvider ? 'council-account' : 'password'
  if (needsProvider && proof.provedFor === null) return 'council-account'
  return isStrongEnough(proof.method, proof.strength, at.council !== null) ? null : 'second-step'
}
