import { isFault } from '../../../core/kit/problems.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import type { Clock } from '../../platform/clock.ts'
import { callsAtOnce } from './client.ts'
import { planSync, type SyncScope } from './plan-sync.ts'
import { severalAtOnce } from './several-at-once.ts'
import type { SyncState, SyncUnderWay } from './sync-state.ts'

/** What came of one id. */
export type Fetched =
  | { readonly kind: 'location'; readonly record: LocationRecord }
  /** CQC answers no longer for this id. It says nothing of the registration: keep what is known. */
  | { readonly kind: 'gone'; readonly id: string }
  /** Left out, and asked for again by the next sync. */
  | { readonly kind: 'rejected'; readonly id: string; readonly reason: string }

/** A step of a sync. At a checkpoint, store all that came before it and the state, in one transaction. */
export type SyncStep = Fetched | { readonly kind: 'checkpoint'; readonly state: SyncState }

const checkpointEvery = 50

/** CQC may fail on one record for ever; on this many in a row it is down. */
const failuresInARow = 3

type Outcome = Fetched & { readonly failure?: Error }

const fetchOne = async ({ client }: SyncScope, id: string): Promise<Outcome> => {
  try {
    const found = await client.location(id)
    if (found === 'gone') return { kind: 'gone', id }
    if (!found.ok) return { kind: 'rejected', id, reason: found.reason }
    return { kind: 'location', record: found.value }
  } catch (error) {
    if (!isFault(error) || error.problem.code !== 'cqc-unavailable') throw error
    return { kind: 'rejected', id, reason: error.problem.says, failure: error }
  }
}

async function* fetchAll(scope: SyncScope, ids: readonly string[]): AsyncGenerator<Fetched> {
  let failures = 0
  for await (const { failure, ...fetched } of severalAtOnce(ids, callsAtOnce, (id) => fetchOne(scope, id))) {
    failures = failure ? failures + 1 : 0
    if (failure && failures === failuresInARow) throw failure
    yield fetched
  }
}

const ended = (state: SyncState, { startedAt, whole }: SyncUnderWay): SyncState => ({
  ...state,
  // From when it began, not from when it ended: what changed meanwhile may have been fetched before it did.
  syncedTo: startedAt,
  wholeAt: whole ? startedAt : state.wholeAt,
  underWay: null,
})

/**
 * Brings locations into step with CQC, step by step: fetches, and hands out what came and how far it is. Given the
 * state of the last checkpoint, it goes on from there; what came after that checkpoint comes again. Throws the faults
 * of the client: what stands at the last checkpoint is good.
 */
export async function* syncLocations(
  scope: SyncScope,
  before: SyncState,
  clock: Clock,
): AsyncGenerator<SyncStep> {
  const plan = before.underWay ?? (await planSync(scope, before, clock()))
  // What was owed is part of the plan now; from here on it is what this sync rejects.
  let owed = before.underWay ? before.owed : []
  const stateAfter = (done: number): SyncState => ({
    ...before,
    owed,
    underWay: { ...plan, remaining: plan.remaining.slice(done) },
  })
  yield { kind: 'checkpoint', state: stateAfter(0) }
  let done = 0
  for await (const fetched of fetchAll(scope, plan.remaining)) {
    yield fetched
    if (fetched.kind === 'rejected') owed = [...owed, fetched.id]
    done += 1
    if (done % checkpointEvery === 0) yield { kind: 'checkpoint', state: stateAfter(done) }
  }
  yield { kind: 'checkpoint', state: ended({ ...before, owed }, plan) }
}
