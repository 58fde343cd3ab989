import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/**
 * Lets one worker at a time look at a council: whoever comes second reads what the first has written, so that nothing is
 * decided by what is no longer so. The index of the table would refuse a double all the same.
 */
export const oneAtATime = async (authority: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts ${authority}`}, 0))`.execute(db()))
