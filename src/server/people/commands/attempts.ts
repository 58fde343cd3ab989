import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, plusMilliseconds, secondsOf } from '../../../core/kit/days.ts'
import { forgottenAfter, type LimitName, limits, waitAfter } from '../../../core/people/attempts.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** What is counted: by which limit, and of what. The database knows a digest of it. */
export type AttemptKey = { readonly limit: LimitName; readonly of: readonly string[] }

const digestOf = ({ limit, of }: AttemptKey): string =>
  createHash('sha256')
    .update(JSON.stringify([limit, ...of]))
    .digest('hex')

const earlier = (at: Instant, seconds: number): Instant => plusMilliseconds(at, -seconds * 1000)

/** Returns the count of a key, and holds it until the end of the unit: attempts at once wait for each other. */
const hold = async (digest: string): Promise<{ failures: number; waitUntil: Instant | null }> => {
  const row = await db()
    .insertInto('sign_in_attempt')
    .values({ key_digest: digest, failures: 0, last_at: now() })
    .onConflict((conflict) =>
      conflict.column('key_digest').doUpdateSet({
        failures: sql`case when sign_in_attempt.last_at < ${earlier(now(), forgottenAfter)} then 0 else sign_in_attempt.failures end`,
      }),
    )
    .returning(['failures', 'wait_until'])
    .executeTakeFirstOrThrow()
  return { failures: row.failures, waitUntil: row.wait_until as Instant | null }
}

/**
 * Counts an attempt as failed before it is made, and returns how many seconds to wait instead: nothing was counted then.
 * One that succeeds takes its count back.
 */
export const beginAttempt = (keys: readonly AttemptKey[]): Promise<number> =>
  inRoom('accounts', async () => {
    // In one order for everyone, so that two attempts never hold what the other waits for.
    const ordered = keys
      .map((key) => ({ key, digest: digestOf(key) }))
      .toSorted((one, other) => (one.digest < other.digest ? -1 : 1))
    const held = []
    for (const { key, digest } of ordered) held.push({ key, digest, ...(await hold(digest)) })
    const waits = held.map(({ waitUntil }) =>
      waitUntil === null ? 0 : secondsOf(waitUntil) - secondsOf(now()),
    )
    const wait = Math.max(0, ...waits)
    if (wait > 0) return wait
    for (const { key, digest, failures } of held) {
      const seconds = waitAfter(failures + 1, limits[key.limit])
      await db()
        .updateTable('sign_in_attempt')
        .set({
          failures: failures + 1,
          last_at: now(),
          wait_until: seconds === 0 ? null : plusMilliseconds(now(), seconds * 1000),
        })
        .where('key_digest', '=', digest)
        .execute()
    }
    return 0
  })

/** What succeeding wipes out. Counts over many accounts or sources lose this one attempt only: others made the rest. */
const wiped: ReadonlySet<LimitName> = new Set(['account-and-source', 'device', 'factor'])

/** Takes back what was counted in advance, since the attempt succeeded. */
export const attemptSucceeded = (keys: readonly AttemptKey[]): Promise<void> =>
  inRoom('accounts', async () => {
    for (const key of keys)
      await db()
        .updateTable('sign_in_attempt')
        .set({
          failures: wiped.has(key.limit) ? 0 : sql`greatest(failures - 1, 0)`,
          wait_until: null,
        })
        .where('key_digest', '=', digestOf(key))
        .execute()
  })
