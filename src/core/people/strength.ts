/** On how many proofs a session stands: a password alone, or a code of the person's own device as well. */
export type Strength = 'one-factor' | 'two-factors'

/**
 * Whether a session is strong enough. The council's own people see everything of their council, so they need two
 * factors; people of providers may choose. The demonstration's one-click sign-in holds invented councils only.
 */
export const isStrongEnough = (method: string, strength: string, isCouncil: boolean): boolean =>
  method === 'demonstration' || strength === 'two-factors' || !isCouncil
