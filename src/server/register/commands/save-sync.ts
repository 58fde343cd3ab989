import type { LocationRecord } from '../../../core/register/location.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import type { SyncState } from '../cqc-api/sync-state.ts'
import { excluded } from './excluded.ts'
import { importLocations } from './import-locations.ts'
import type { SavedLocations } from './save-locations.ts'

const columns = ['of', 'state', 'recorded_at'] as const

/** Takes in what a sync has fetched, and how far it is: both, or neither. */
export const saveSync = async (
  records: readonly LocationRecord[],
  state: SyncState,
): Promise<SavedLocations> => {
  const saved = await importLocations(records)
  await db()
    .insertInto('cqc_sync')
    .values({ of: 'location', state: JSON.stringify(state), recorded_at: now() })
    .onConflict((conflict) => conflict.column('of').doUpdateSet(excluded(columns)))
    .execute()
  return saved
}
