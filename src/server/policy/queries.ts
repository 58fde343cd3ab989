import type { Day, Instant } from '../../core/kit/days.ts'
import type { PackFile } from '../../core/policy/located.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { readPack } from '../../core/policy/read.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** A version of an authority's policy: which document, from when, and when it was stored. */
export type PolicyVersion = {
  readonly sha256: string
  readonly pack: string
  readonly version: string
  readonly inForceFrom: Day
  readonly recordedAt: Instant
}

/** A stored document: its files as they were written, and the policy that they mean. */
export type StoredPolicy = { readonly files: readonly PackFile[]; readonly policy: Policy }

/** Returns every version of an authority's policy, in the order in which they were stored. */
export const policyVersions = async (authority: string): Promise<readonly PolicyVersion[]> =>
  db()
    .selectFrom('authority_policy')
    .innerJoin('policy_version', 'policy_version.sha256', 'authority_policy.sha256')
    .where('authority_policy.authority_id', '=', authority)
    .orderBy('authority_policy.recorded_at')
    .orderBy('authority_policy.sha256')
    .select([
      'policy_version.sha256',
      'policy_version.pack',
      'policy_version.version',
      'authority_policy.in_force_from as inForceFrom',
      'authority_policy.recorded_at as recordedAt',
    ])
    .execute()

// A policy follows from its hash alone, so what was read once is right for ever.
const read = new Map<string, StoredPolicy>()

const readStored = (sha256: string, document: unknown): StoredPolicy => {
  const files = document as readonly PackFile[]
  const found = readPack(files, sha256)
  if (!found.ok) throw new Error(`The stored policy ${sha256} no longer reads: ${found.faults[0]?.says}`)
  return { files, policy: found.policy }
}

/** Returns stored documents in the order of their hashes given: one query, and none where all were read before. */
export const storedPolicies = async (hashes: readonly string[]): Promise<readonly StoredPolicy[]> => {
  const unread = hashes.filter((sha256) => !read.has(sha256))
  if (unread.length > 0) {
    const rows = await db()
      .selectFrom('policy_version')
      .where('sha256', 'in', unread)
      .select(['sha256', 'document'])
      .execute()
    for (const { sha256, document } of rows) read.set(sha256, readStored(sha256, document))
  }
  return hashes.map((sha256) => {
    const stored = read.get(sha256)
    if (stored === undefined) throw new Error(`No policy is stored under ${sha256}.`)
    return stored
  })
}
