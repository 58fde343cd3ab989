import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../database/unit-of-work.ts'
import type { Token } from './token.ts'

/** A request that writes: who sent it, under which key, and a digest of all that it asks. */
export type Keyed = { readonly token: Token; readonly key: string; readonly digest: string }

/** What a write was answered with. */
export type Answered = { readonly status: number; readonly location: string | null; readonly body: string }

const sendable = /^[\x21-\x7e]{1,255}$/

/** Returns the key of a request. Throws `idempotency-key-missing` where it has none. */
export const keyOf = (header: string | undefined): string => {
  if (header === undefined || !sendable.test(header)) throw fault('idempotency-key-missing')
  return header
}

/** Returns the digest by which a request is known again. */
export const requestDigest = (method: string, address: string, body: string): string =>
  createHash('sha256')
    .update(JSON.stringify([method, address, body]))
    .digest('hex')

/** As long as a request waits for another with its key. */
const patience = '5s'
const lockNotAvailable = '55P03'

/** A second request with the same key waits here for the first; too long, and it is told to try again. */
const takeTurns = async ({ token, key }: Keyed): Promise<void> => {
  const { rows } = await sql<{ before: string }>`select current_setting('lock_timeout') as before`.execute(
    db(),
  )
  try {
    await sql`select set_config('lock_timeout', ${patience}, true)`.execute(db())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${token.id} ${key}`}, 24))`.execute(db())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable)
      throw fault('idempotency-key-busy')
    throw error
  }
  await sql`select set_config('lock_timeout', ${rows[0]?.before ?? '0'}, true)`.execute(db())
}

/**
 * Carries a write out once for its key, in the unit of work that it is called in: the answer is saved with what was
 * written, or neither is. The same request again gets that answer. What failed wrote nothing, so its key is still free.
 * Throws `idempotency-key-used` where the key came with another request.
 */
export const onceOnly = async (
  keyed: Keyed,
  work: () => Promise<Answered>,
): Promise<Answered & { readonly again: boolean }> => {
  const { token, key, digest } = keyed
  await takeTurns(keyed)
  const before = await db()
    .selectFrom('api_answer')
    .where('authority_id', '=', token.authority)
    .where('token_id', '=', token.id)
    .where('idempotency_key', '=', key)
    .select(['request_digest', 'status', 'location', 'body'])
    .executeTakeFirst()
  if (before) {
    if (before.request_digest !== digest) throw fault('idempotency-key-used')
    return { status: before.status, location: before.location, body: before.body, again: true }
  }
  const answered = await work()
  await db()
    .insertInto('api_answer')
    .values({
      authority_id: token.authority,
      token_id: token.id,
      idempotency_key: key,
      request_digest: digest,
      ...answered,
      recorded_at: now(),
    })
    .execute()
  return { ...answered, again: false }
}

const week = 7 * 24 * 60 * 60 * 1000

/** Removes answers that nobody will ask for again: whoever tries again does so within a week. */
export const removeOldAnswers = async (): Promise<void> => {
  const before: Instant = plusMilliseconds(now(), -week)
  await db().deleteFrom('api_answer').where('recorded_at', '<', before).execute()
}
