import { collectedOf, type Feed } from '../../core/intelligence/collected.ts'
import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import type { Day } from '../../core/kit/days.ts'
import type { ServiceFacts } from '../../core/ratings/facts.ts'
import { db } from '../platform/database/unit-of-work.ts'

type Row = {
  readonly id: string
  readonly authority_id: string
  readonly service_type: string
  readonly commissioned: boolean
}

/** Returns what tells from when each kind is collected of a service: one query, whatever the number of services. */
export const collectedFor = async (asAt: Day): Promise<(service: Row) => ServiceFacts['collectedFrom']> => {
  const rows = await db()
    .selectFrom('intelligence_feed_now')
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
    collectedOf(feeds.get(authority_id) ?? [], { id, type: service_type, commissioned }, asAt)
}
