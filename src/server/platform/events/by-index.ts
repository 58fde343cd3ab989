import { sql } from 'kysely'
import { db } from '../database/unit-of-work.ts'

/**
 * Lets the planner read by index only, or as it thinks best. Under row-level security it expects few rows, and would
 * read and sort the whole table for every batch.
 */
export const byIndex = async (only: boolean): Promise<void> =>
  void (await sql`select set_config('enable_seqscan', ${only ? 'off' : 'on'}, true)`.execute(db()))
