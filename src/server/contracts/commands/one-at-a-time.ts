import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/**
 * Lets one unit of work at a time write contracts of a council: asked before a form or a file is judged, so that
 * what it is judged against, references and names of providers above all, still holds when it is written.
 */
export const oneAtATime = async (authority: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended('contracts of ' || ${authority}, 0))`.execute(
    db(),
  ))
