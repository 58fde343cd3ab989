import { sql } from 'kysely'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../database/room.ts'
import { db, now } from '../database/unit-of-work.ts'
import type { Disposable } from '../disposable.ts'
import { byDay } from '../dispose-by-day.ts'

/** A council's mail: erased by the day, the whole row. */
export const disposables: readonly Disposable[] = [
  byDay({
    kind: 'mail',
    table: 'mail',
    closes: sql`coalesce(sent_at, recorded_at)`,
    label: 'Mail',
    free: () => sql`true`,
  }),
]

const year = 365 * 24 * 60 * 60 * 1000

/** Removes mail to people of several councils a year after it was written: it is no one council's to decide on. */
export const removeOldMailOfNobody = (): Promise<void> =>
  inRoom('mail', async () => {
    await db()
      .deleteFrom('mail')
      .where('authority_id', 'is', null)
      .where('recorded_at', '<=', plusMilliseconds(now(), -year))
      .execute()
  })
