import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Notes which accounts came to an end: those that are disabled, and those whose person works nowhere any more. One that
 * opens something again counts as never closed.
 */
export const noteClosedAccounts = (): Promise<void> =>
  inRoom('accounts', async () => {
    const works = sql`exists (select from member_now m where m.person_id = account.person_id
      and (m.ends_on is null or m.ends_on >= ${dayOf(now())}))`
    await sql`update account set closed_at = case when disabled_at is null and ${works} then null else ${now()}::timestamptz end
      where (closed_at is null) <> (disabled_at is null and ${works})`.execute(db())
  })
