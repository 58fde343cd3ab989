import { fault } from '../../core/kit/problems.ts'
import type { PackFile } from '../../core/policy/located.ts'
import { readPack } from '../../core/policy/read.ts'
import { db, now } from '../platform/database/unit-of-work.ts'

/** A pack as it was read from its folder: its files and the hash of them all. */
export type PackFolder = { readonly files: readonly PackFile[]; readonly sha256: string }

/**
 * Stores a version of a pack, unchanged, and puts it in force for an authority from the day that the pack says.
 * A version that is already there stays as it is. Throws the first fault of a pack that does not read.
 */
export const adoptPolicy = async (authority: string, folder: PackFolder): Promise<void> => {
  const read = readPack(folder.files, folder.sha256)
  if (!read.ok) {
    const first = read.faults[0]
    throw fault(
      'pack-wrong',
      { says: first?.says ?? 'The pack does not read.', next: first?.next ?? '' },
      first?.where,
    )
  }
  const { pack, version, inForceFrom } = read.policy.reference
  await db()
    .insertInto('policy_version')
    .values({
      sha256: folder.sha256,
      pack,
      version,
      in_force_from: inForceFrom,
      document: JSON.stringify(folder.files),
      recorded_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db()
    .insertInto('authority_policy')
    .values({
      authority_id: authority,
      sha256: folder.sha256,
      in_force_from: inForceFrom,
      recorded_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
