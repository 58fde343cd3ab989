import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

const hour = 60 * 60 * 1000

/** Counts once more what comes from an address or a source, and returns how many there were in so many hours. */
export const countOnce = async (of: 'address' | 'source', text: string, hours: number): Promise<number> => {
  const key = createHash('sha256')
    .update(JSON.stringify([of, text.toLowerCase()]))
    .digest('hex')
  const over = plusMilliseconds(now(), -hours * hour)
  const row = await inRoom('concerns', () =>
    db()
      .insertInto('concern_count')
      .values({ key_digest: key, since: now(), number: 1 })
      .onConflict((conflict) =>
        conflict.column('key_digest').doUpdateSet({
          number: sql`case when concern_count.since > ${over} then concern_count.number + 1 else 1 end`,
          since: sql`case when concern_count.since > ${over} then concern_count.since else excluded.since end`,
        }),
      )
      .returning('number')
      .executeTakeFirstOrThrow(),
  )
  return row.number
}
