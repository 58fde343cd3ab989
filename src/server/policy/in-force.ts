import type { Day } from '../../core/kit/days.ts'
import { inForceOn } from '../../core/policy/in-force.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { policyVersions, storedPolicies } from './queries.ts'

/** Returns the policy that is stored under a hash: the one that made a rating, say. */
export const policyOf = async (sha256: string): Promise<Policy> => {
  const [stored] = await storedPolicies([sha256])
  if (stored === undefined) throw new Error(`No policy is stored under ${sha256}.`)
  return stored.policy
}

/**
 * Returns the policy of an authority that is in force on a day.
 * Throws `no-policy-in-force` where there is none: an error, never a silent none.
 */
export const policyInForce = async (authority: string, day: Day): Promise<Policy> =>
  policyOf(inForceOn(await policyVersions(authority), day, authority).sha256)
