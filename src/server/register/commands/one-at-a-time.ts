import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/**
 * Waits until no other import writes the register, and keeps others waiting until this unit of work ends: two at once
 * would lock each other's locations in turn, and one of them would be ended by the database in the middle of its file.
 */
export const oneAtATime = async (): Promise<void> => {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db())
  await sql`select pg_advisory_xact_lock(hashtext('plumbline register'))`.execute(db())
  await sql`select set_config('statement_timeout', reset_val, true) from pg_settings
    where name = 'statement_timeout'`.execute(db())
}
