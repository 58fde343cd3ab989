import { sql } from 'kysely'
import type { IntelligenceSaid } from '../../../core/intelligence/said.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** An item that is here already. */
export type KnownItem = IntelligenceSaid & {
  readonly id: string
  readonly version: number
  readonly service: string
}

/** Returns those of some items that are here, by id, in one query; locked where they are to be changed. */
export const knownItems = async (
  ids: readonly string[],
  lock = false,
): Promise<ReadonlyMap<string, KnownItem>> => {
  const { rows } = await sql<KnownItem>`
    select id, version, service_id as service, kind, occurred, concluded, progressed, outcome, reference, summary,
      category, source, route
    from intelligence where id = any(${[...ids]}::uuid[])
    ${lock ? sql`order by id for update` : sql``}`.execute(db())
  return new Map(rows.map((row) => [row.id, row]))
}
