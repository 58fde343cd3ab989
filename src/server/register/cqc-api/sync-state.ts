import { z } from 'zod'
import { type Instant, instant } from '../../../core/kit/days.ts'
import { neededText } from '../../../core/register/fields.ts'

/** A sync that was begun: what is still to be fetched. */
export type SyncUnderWay = {
  readonly startedAt: Instant
  /** Everything was to be fetched, not only what changed. */
  readonly whole: boolean
  readonly remaining: readonly string[]
}

/** How far the register is in step with CQC. Plain data: it is stored as JSON between two syncs. */
export type SyncState = {
  /** What CQC changed before this moment is in the register. Null before the first sync has ended. */
  readonly syncedTo: Instant | null
  /** When everything was last fetched. */
  readonly wholeAt: Instant | null
  /** What was rejected since, and is asked for again next time: the changes feed will not name it again. */
  readonly owed: readonly string[]
  readonly underWay: SyncUnderWay | null
}

/** The state before the first sync. */
export const neverSynced: SyncState = { syncedTo: null, wholeAt: null, owed: [], underWay: null }

const moment = z.iso.datetime().transform(instant)
const ids = z.array(neededText)

const schema = z.object({
  syncedTo: moment.nullable(),
  wholeAt: moment.nullable(),
  owed: ids,
  underWay: z.object({ startedAt: moment, whole: z.boolean(), remaining: ids }).nullable(),
})

/** Reads a stored state. One that cannot be read costs one whole sync, never a gap. */
export const readSyncState = (json: unknown): SyncState => {
  const found = schema.safeParse(json)
  return found.success ? found.data : neverSynced
}
