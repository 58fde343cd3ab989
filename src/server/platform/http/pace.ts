import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { db, type Ground, now, unitOfWork } from '../database/unit-of-work.ts'
import { nobody, type Signed } from './signed.ts'
import { sourceOf } from './source.ts'

const minute = 60_000
const hour = 60 * minute

/** Counts one more of a minute for whoever the key names, and returns how many there were in it. */
export const counted = async (key: readonly string[]): Promise<number> => {
  const digest = createHash('sha256').update(JSON.stringify(key)).digest('hex')
  const row = await db()
    .insertInto('write_count')
    .values({ key_digest: digest, minute: sql`date_trunc('minute', ${now()}::timestamptz)`, writes: 1 })
    .onConflict((conflict) =>
      conflict.column('key_digest').doUpdateSet({
        writes: sql`case when write_count.minute = excluded.minute then write_count.writes + 1 else 1 end`,
        minute: sql`excluded.minute`,
      }),
    )
    .returning('writes')
    .executeTakeFirstOrThrow()
  return row.writes
}

/**
 * Whether a form may still be sent in this minute. It is counted in a unit of work of its own, before the form is read:
 * what is refused afterwards counts as well, and servers that share a database count together.
 */
export const isInPace = async (on: Ground, context: Context, signed: Signed | null): Promise<boolean> => {
  const { writesOfPerson, writesOfSource } = on.installation
  const key = signed ? ['person', signed.person.id] : ['source', sourceOf(context, on.installation)]
  const writes = await unitOfWork(on, nobody, 'write', () => counted(key))
  return writes <= (signed ? writesOfPerson : writesOfSource)
}

/** Removes counts that say nothing any more. */
export const removeOldCounts = async (): Promise<void> =>
  void (await db().deleteFrom('write_count').where('minute', '<', plusMilliseconds(now(), -hour)).execute())
