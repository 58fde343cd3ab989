import { type Day, dayOf } from '../../core/kit/days.ts'
import type { Band } from '../../core/policy/band.ts'
import { inForceOn } from '../../core/policy/in-force.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { now } from '../platform/database/unit-of-work.ts'
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

/** Returns the steps of the policy that is stored under a hash: what a rating's bands are called, and their colours. */
export const bandsOf = async (sha256: string): Promise<readonly Band[]> =>
  (await policyOf(sha256)).rating.bands

/** Returns the policy that is in force on a day, or null where none is: for pages that also stand without one. */
export const policyOn = async (authority: string, day: Day): Promise<Policy | null> => {
  const versions = await policyVersions(authority)
  if (!versions.some(({ inForceFrom }) => inForceFrom <= day)) return null
  return policyOf(inForceOn(versions, day, authority).sha256)
}

/** Returns the policy that is in force today, or null where none is. */
export const policyToday = (authority: string): Promise<Policy | null> => policyOn(authority, dayOf(now()))
