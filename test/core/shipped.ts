import assert from 'node:assert/strict'
import type { Policy } from '../../src/core/policy/policy.ts'
import { loadPack } from '../../src/server/platform/packs.ts'

/** Returns the policy of a pack as it is shipped: `await shipped('wirral-2022')`. */
export const shipped = async (pack: string): Promise<Policy> => {
  const loaded = await loadPack(`packs/${pack}`)
  assert.ok(loaded.ok, `the pack has faults: run ./plumbline pack check packs/${pack}`)
  return loaded.policy
}
