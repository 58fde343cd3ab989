import type { RawBuilder } from 'kysely'
import type { Ground } from './unit-of-work.ts'

/**
 * Asks the database one question outside a unit of work, in one round trip instead of four: for what is asked before
 * every answer. It says for nobody, so every table with row-level security raises an error, and it changes nothing.
 */
export const glance = async <Row>(on: Ground, question: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await question.execute(on.kysely)).rows
