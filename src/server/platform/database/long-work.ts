import { sql } from 'kysely'
import { db } from './unit-of-work.ts'

/**
 * Lets this unit of work take as long as an import of a whole country needs, not the two minutes of a page; and wait
 * between two queries as long as a large file takes to be sent or unpacked.
 */
export const allowLongWork = async (): Promise<void> => {
  // A clock that runs already is not set anew by a longer time: it must be stopped first.
  await sql`set local transaction_timeout = 0`.execute(db())
  await sql`select set_config('transaction_timeout', '60min', true),
    set_config('idle_in_transaction_session_timeout', '60min', true)`.execute(db())
}
