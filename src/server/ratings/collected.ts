import { type Selectable, sql } from 'kysely'
import { collectedOf, type Feed } from '../../core/intelligence/collected.ts'
import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import { type Day, endOf } from '../../core/kit/days.ts'
import type { ServiceFacts } from '../../core/ratings/facts.ts'
import type { Database } from '../platform/database/schema.ts'
import { db } from '../platform/database/unit-of-work.ts'
import { wasCommissioned } from '../register/queries/known-then.ts'

type Row = {
  readonly id: string
  readonly authority_id: string
  readonly service_type: string
  readonly commissioned: boolean
}

type FeedRow = Selectable<Database['intelligence_feed']>

const declared = (asAt: Day | null) =>
  (asAt === null
    ? sql<FeedRow>`intelligence_feed_now`
    : sql<FeedRow>`intelligence_feed_known(${endOf(asAt)})`
  ).as('feed')

/**
 * Returns what tells from when each kind is collected of a service, on a day: by what is declared now, or was declared at
 * the end of a past day. One query, whatever the number of services.
 */
export const collectedFor = async (
  on: Day,
  asAt: Day | null = null,
): Promise<(service: Row) => ServiceFacts['collectedFrom']> => {
  const rows = await db()
    .selectFrom(declared(asAt))
    .select(['authority_id', 'kind', 'collected_from', 'collected_until', 'service_types', 'services'])
    .execute()
  const feeds = Map.groupBy(
    rows.map((row): Feed & { readonly authority: string } => ({
      authority: row.authority_id ?? '',
      kind: row.kind as IntelligenceKind,
      from: row.collected_from as Day,
      until: row.collected_until,
      serviceTypes: row.service_types,
      services: row.services,
    })),
    ({ authority }) => authority,
  )
  return ({ id, authority_id, service_type, commissioned }) =>
    collectedOf(feeds.get(authority_id) ?? [], { id, type: service_type, commissioned }, on)
}

/** Returns from when each kind was collected of a service, as it was declared, and bought, on a past day. */
export const collectedThen = async (service: Row, asAt: Day): Promise<ServiceFacts['collectedFrom']> =>
  (await collectedFor(asAt, asAt))({ ...service, commissioned: await wasCommissioned(service.id, asAt) })
