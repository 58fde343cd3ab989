import { sql } from 'kysely'
import { db } from './unit-of-work.ts'

/** Lets this unit of work take as long as an import of a whole country needs, not the two minutes of a page. */
export const allowLongWork = async (): Promise<void> =>
  void (await sql`set local transaction_timeout = '60min'`.execute(db()))
