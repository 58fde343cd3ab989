import { actor, db } from '../../platform/database/unit-of-work.ts'
import type { SyncScope } from '../cqc-api/plan-sync.ts'
import { readSyncState, type SyncState } from '../cqc-api/sync-state.ts'

/**
 * Returns what is to be kept in step with CQC: the areas of the actor's councils, what the register holds of them, and
 * the councils' own services wherever they are.
 */
export const syncScope = async (): Promise<Pick<SyncScope, 'localAuthorities' | 'known'>> => {
  const authorities = await db()
    .selectFrom('authority')
    .where('id', 'in', ['', ...actor().authorities])
    .select('areas')
    .execute()
  const localAuthorities = [...new Set(authorities.flatMap(({ areas }) => areas))].sort()
  const ofAreas = await db()
    .selectFrom('cqc_location_now')
    .where('local_authority', 'in', ['', ...localAuthorities])
    .where('invented', '=', false)
    .select('id')
    .execute()
  const own = await db()
    .selectFrom('service_now')
    .where('location_id', 'is not', null)
    .where('invented', '=', false)
    .select('location_id as id')
    .execute()
  return { localAuthorities, known: new Set([...ofAreas, ...own].flatMap(({ id }) => id ?? [])) }
}

/** Returns how far the register is in step with CQC. */
export const syncState = async (): Promise<SyncState> =>
  readSyncState((await db().selectFrom('cqc_sync').select('state').executeTakeFirst())?.state ?? null)
