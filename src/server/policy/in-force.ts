import type { Day } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { PackFile } from '../../core/policy/located.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { readPack } from '../../core/policy/read.ts'
import { db } from '../platform/database/unit-of-work.ts'

// A policy follows from its hash alone, so what was read once is right for ever.
const read = new Map<string, Policy>()

const policyOf = (sha256: string, document: unknown): Policy => {
  const known = read.get(sha256)
  if (known) return known
  const found = readPack(document as readonly PackFile[], sha256)
  if (!found.ok) throw new Error(`The stored policy ${sha256} no longer reads: ${found.faults[0]?.says}`)
  read.set(sha256, found.policy)
  return found.policy
}

/**
 * Returns the policy of an authority that is in force on a day: the version with the latest date by then.
 * Throws `no-policy-of-authority` where there is none: an error, never a silent none.
 */
export const policyInForce = async (authority: string, day: Day): Promise<Policy> => {
  const row = await db()
    .selectFrom('authority_policy')
    .innerJoin('policy_version', 'policy_version.sha256', 'authority_policy.sha256')
    .where('authority_policy.authority_id', '=', authority)
    .where('authority_policy.in_force_from', '<=', day)
    .orderBy('authority_policy.in_force_from', 'desc')
    .orderBy('authority_policy.recorded_at', 'desc')
    .select(['policy_version.sha256', 'policy_version.document'])
    .executeTakeFirst()
  if (!row) throw fault('no-policy-of-authority', { authority, day })
  return policyOf(row.sha256, row.document)
}
