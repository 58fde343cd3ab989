import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/** Whoever writes an item of a reference waits here for another who does: the same reference is not recorded twice. */
export const oneReferenceAtATime = async (authority: string, reference: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`intelligence ${authority} ${reference}`}, 0))`.execute(
    db(),
  ))
