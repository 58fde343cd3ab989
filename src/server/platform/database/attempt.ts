import { sql } from 'kysely'
import { isFault, type Problem } from '../../../core/kit/problems.ts'
import { db } from './unit-of-work.ts'

/** What an attempt came to. */
export type Attempt<Result> = { readonly result: Result } | { readonly problem: Problem }

/**
 * Runs work within the unit of work. Where it throws a fault, what the work wrote is taken back, and no more; the
 * problem is the answer. Other errors end the unit of work, as they do everywhere.
 */
export const attempt = async <Result>(work: () => Promise<Result>): Promise<Attempt<Result>> => {
  await sql`savepoint attempt`.execute(db())
  try {
    const result = await work()
    await sql`release savepoint attempt`.execute(db())
    return { result }
  } catch (error) {
    if (!isFault(error)) throw error
    await sql`rollback to savepoint attempt`.execute(db())
    return { problem: error.problem }
  }
}
