import type { LocationKnowledge } from '../../../core/register/knowledge.ts'
import { knowledgeOf } from '../../../core/register/knowledge.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { finishImport } from './finish-import.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Origin } from './origin.ts'
import { type Seen, saveKnowledge } from './save-knowledge.ts'
import { type SavedLocations, saveLocations } from './save-locations.ts'
import { nothingTaken, took } from './taken.ts'

/** Takes a batch of what is said of locations into the register, in the unit of work that it is called in. */
export const takeKnowledge = async (
  batch: readonly LocationKnowledge[],
  origin: Origin,
  seen: Seen,
  invented = false,
): Promise<SavedLocations> => saveLocations(await saveKnowledge(batch, origin, seen), invented)

/**
 * Takes whole records into the register as they are now, with everything that follows from them. `invented` ones are
 * made up for the demonstration.
 */
export const importLocations = async (
  locations: readonly LocationRecord[],
  invented = false,
): Promise<SavedLocations> => {
  await oneAtATime()
  const origin = { file: '', undated: now() }
  const saved = await takeKnowledge(locations.map(knowledgeOf), origin, new Set(), invented)
  const taken = nothingTaken()
  took(taken, saved)
  await finishImport(invented ? 'the demonstration' : 'CQC’s API', taken)
  return saved
}
