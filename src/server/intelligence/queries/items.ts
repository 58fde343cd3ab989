import { sql } from 'kysely'
import type { IntelligenceSaid } from '../../../core/intelligence/said.ts'
import { type Day, endOf, type Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Visible } from '../../../core/sharing/visible.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** An item of intelligence as it stands now. */
export type ItemFound = IntelligenceSaid & {
  readonly id: string
  readonly version: number
  readonly recorded_at: Instant
}

export type ShownItem = Visible<'intelligence', ItemFound>

const columns = [
  'id',
  'version',
  'kind',
  'category',
  'occurred',
  'concluded',
  'progressed',
  'outcome',
  'source',
  'route',
  'reference',
  'summary',
  'recorded_at',
] as const

/** What a list of intelligence was asked for. */
export type ItemSearch = {
  readonly kind: string | null
  readonly open: boolean
  readonly page: number
  /** A past day, for what was known at its end; null for now. */
  readonly asAt: Day | null
}

export const itemsPerPage = 50

type ListedRow = ItemFound & { readonly service_id: string }

/** Every item that its reader may see, each as it stands, or as it was known at the end of a past day (X3). */
const itemsOn = (asAt: Day | null) =>
  db().selectFrom(
    (asAt === null
      ? sql<ListedRow>`intelligence_now`
      : sql<ListedRow>`intelligence_known(${endOf(asAt)})`
    ).as('item'),
  )

/** Returns one page of a service’s intelligence, latest first, and how many match in all. */
export const listItems = async (
  service: string,
  { kind, open, page, asAt }: ItemSearch,
  ending: readonly string[],
): Promise<{ readonly items: readonly ItemFound[]; readonly count: number }> => {
  const matching = itemsOn(asAt)
    .where('service_id', '=', service)
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? ''))
    .$if(open, (query) => query.where('concluded', 'is', null).where('kind', 'in', [...ending, '']))
  const { count } = await matching
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const items = await matching
    .select(columns)
    .orderBy('occurred', 'desc')
    .orderBy('id')
    .limit(itemsPerPage)
    .offset((page - 1) * itemsPerPage)
    .execute()
  return { items: items as readonly ItemFound[], count: Number(count) }
}

/** Returns an item of a service as it stands. Throws `not-found` where the actor may not see it, or it is of another. */
export const itemOf = async (id: string, service: string): Promise<ItemFound> => {
  const row = await db()
    .selectFrom('intelligence_now')
    .where('id', '=', id)
    .where('service_id', '=', service)
    .select(columns)
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'intelligence', id })
  return row as ItemFound
}

/** One version of an item: what it said, since when it was known, and who wrote it. */
export type ItemVersion = {
  readonly version: number
  readonly said: IntelligenceSaid
  readonly at: Instant
  readonly by: string | null
}

/** Returns every version of an item, latest first. */
export const versionsOf = async (id: string): Promise<readonly ItemVersion[]> => {
  const { rows } = await sql<{ version: number; said: IntelligenceSaid; at: Instant; by: string | null }>`
    select v.version, v.valid as said, v.recorded_at as at, person.name as by
    from intelligence_version v
      left join event_now on event_now.id = v.event_id
      left join person on person.id::text = event_now.actor_id
    where v.id = ${id} order by v.version desc`.execute(db())
  return rows
}

/** How many items of each kind a service has, or had on a past day. */
export const countsByKind = async (
  service: string,
  asAt: Day | null,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await itemsOn(asAt)
    .where('service_id', '=', service)
    .groupBy('kind')
    .select((select) => ['kind', select.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ kind, count }) => [String(kind), Number(count)]))
}
