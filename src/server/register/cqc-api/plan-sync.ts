import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import type { CqcClient } from './client.ts'
import type { SyncState, SyncUnderWay } from './sync-state.ts'

const hour = 60 * 60 * 1000

/** Changes are asked for from this long before the last sync: clocks differ, and CQC publishes what it changed later. */
const overlap = 24 * hour

/** Everything is fetched anew after this long, so that nothing that the feed left out is missing for ever. */
const wholeEvery = 30 * 24 * hour

/** What a sync is to keep in step, and with whom. */
export type SyncScope = {
  readonly client: Pick<CqcClient, 'location' | 'locationsOf' | 'changes'>
  /** By CQC's names: `Oldham`. */
  readonly localAuthorities: readonly string[]
  /** Ids that matter wherever they are: the authorities' own services, and what the register holds of their areas. */
  readonly known: Iterable<string>
}

/** The ids of what changed since, wherever in England. */
const changedSince = async (
  { client }: SyncScope,
  syncedTo: Instant,
  now: Instant,
): Promise<ReadonlySet<string>> => {
  const changed = new Set<string>()
  for await (const id of client.changes('location', plusMilliseconds(syncedTo, -overlap), now))
    changed.add(id)
  return changed
}

/**
 * Returns what is to be fetched. The first time, and once in a while: all of the areas, and all that is known. Else
 * what changed of the known, what is new in the areas, and what is owed. An id that a list leaves out stays known.
 */
export const planSync = async (scope: SyncScope, state: SyncState, now: Instant): Promise<SyncUnderWay> => {
  const known = new Set(scope.known)
  const ofAreas = new Set<string>()
  for (const area of scope.localAuthorities)
    for await (const { id } of scope.client.locationsOf(area)) ofAreas.add(id)
  const { syncedTo, wholeAt } = state
  const whole = syncedTo === null || wholeAt === null || wholeAt < plusMilliseconds(now, -wholeEvery)
  const ofKnown = whole ? known : known.intersection(await changedSince(scope, syncedTo, now))
  const ofArea = whole ? ofAreas : ofAreas.difference(known)
  const wanted = ofKnown.union(ofArea).union(new Set(state.owed))
  return { startedAt: now, whole, remaining: [...wanted].sort() }
}
