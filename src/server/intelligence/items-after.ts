import { sql } from 'kysely'
import { type Day, endOf, type Instant } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** What a list of intelligence is filtered by; null filters nothing. */
export type ItemFilter = {
  readonly service: string | null
  readonly kind: string | null
  readonly reference: string | null
  /** Recorded or corrected at this instant or later. */
  readonly since: Instant | null
  /** The kinds that are open to whoever asks; null is every kind. */
  readonly kinds: readonly string[] | null
  readonly asAt: Day | null
}

/** An item as it stands, or as it was known at the end of a past day. */
export type ItemRow = {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly service: string
  readonly kind: string
  readonly occurred: Day
  readonly concluded: Day | null
  readonly progressed: boolean | null
  readonly outcome: string | null
  readonly reference: string | null
  readonly summary: string | null
  readonly category: string | null
  readonly source: string | null
  readonly route: string | null
  readonly recorded_at: Instant
}

/** A place in the list: what it is ordered by. */
export type ItemPlace = readonly [occurred: string, id: string]

const columns = sql`id, version, authority_id as authority, service_id as service, kind, occurred, concluded, progressed,
  outcome, reference, summary, category, source, route, recorded_at`

const from = (asAt: Day | null) =>
  asAt === null ? sql`intelligence_now` : sql`intelligence_known(${endOf(asAt)})`

/** Returns intelligence, newest first, from a place on. A limit of null is all of it. */
export const itemsAfter = async (
  filter: ItemFilter,
  place: ItemPlace | null,
  limit: number | null,
): Promise<readonly ItemRow[]> => {
  const { service, kind, reference, since, kinds, asAt } = filter
  const conditions = [
    service !== null && sql`service_id = ${service}`,
    kind !== null && sql`kind = ${kind}`,
    reference !== null && sql`reference = ${reference}`,
    since !== null && sql`recorded_at >= ${since}`,
    kinds !== null && sql`kind = any(${kinds}::text[])`,
    place !== null && sql`(occurred, id) < (${place[0]}::date, ${place[1]}::uuid)`,
  ].filter((condition) => condition !== false)
  const { rows } = await sql<ItemRow>`
    select ${columns} from ${from(asAt)}
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by occurred desc, id desc limit ${limit}`.execute(db())
  return rows
}

/** Returns one item, or undefined where the actor may not see it or it is of another kind than is open. */
export const itemById = async (id: string, kinds: readonly string[] | null): Promise<ItemRow | undefined> => {
  const { rows } = await sql<ItemRow>`
    select ${columns} from intelligence_now
    where id = ${id} and (${kinds}::text[] is null or kind = any(${kinds}::text[]))`.execute(db())
  return rows[0]
}

/** What one version of an item said, and how long it stood. */
export type ItemVersion = Omit<ItemRow, 'id' | 'authority' | 'service'> & {
  readonly superseded_at: Instant | null
}

/** Returns every version of an item, newest first. */
export const versionsOfItem = async (id: string): Promise<readonly ItemVersion[]> => {
  const { rows } = await sql<ItemVersion>`
    select version, valid ->> 'kind' as kind, valid ->> 'occurred' as occurred, valid ->> 'concluded' as concluded,
      (valid ->> 'progressed')::boolean as progressed, valid ->> 'outcome' as outcome, valid ->> 'reference' as reference,
      valid ->> 'summary' as summary, valid ->> 'category' as category, valid ->> 'source' as source,
      valid ->> 'route' as route, recorded_at, superseded_at
    from intelligence_version where id = ${id} order by version desc`.execute(db())
  return rows
}
