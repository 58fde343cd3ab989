import { sql } from 'kysely'
import type { IntelligenceSaid } from '../../../core/intelligence/said.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

export type { IntelligenceSaid } from '../../../core/intelligence/said.ts'

/** An item as it is written: which version of which, of what service. */
export type WrittenIntelligence = {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly service: string
  readonly said: IntelligenceSaid
}

/** Items as rows of JSON: one parameter of one statement, whatever their number. */
const given = (items: readonly WrittenIntelligence[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as given
    (id uuid, version integer, authority text, service uuid, said jsonb)`

const columns = sql`(said ->> 'kind') as kind, (said ->> 'occurred')::date as occurred,
  (said ->> 'concluded')::date as concluded, (said ->> 'progressed')::boolean as progressed,
  said ->> 'outcome' as outcome, said ->> 'reference' as reference, said ->> 'summary' as summary,
  said ->> 'category' as category, said ->> 'source' as source, said ->> 'route' as route`

const addVersions = (items: readonly WrittenIntelligence[], event: number) =>
  sql`insert into intelligence_version (id, version, authority_id, service_id, valid, recorded_at, event_id)
    select id, version, authority, service, said, ${now()}, ${event} from ${given(items)}`.execute(db())

/** Writes new items, each with its first version, under the event that explains them. */
export const insertIntelligence = async (
  items: readonly WrittenIntelligence[],
  event: number,
): Promise<void> => {
  if (items.length === 0) return
  await sql`insert into intelligence (id, version, authority_id, service_id, kind, occurred, concluded, progressed,
      outcome, reference, summary, category, source, route, recorded_at, event_id)
    select id, version, authority, service, ${columns}, ${now()}, ${event} from ${given(items)}`.execute(db())
  await addVersions(items, event)
}

/** Writes the next version of items, and makes it the one that holds. What was known before stays known. */
export const updateIntelligence = async (
  items: readonly WrittenIntelligence[],
  event: number,
): Promise<void> => {
  if (items.length === 0) return
  const ids = items.map(({ id }) => id)
  await sql`update intelligence_version set superseded_at = ${now()}
    where superseded_at is null and id = any(${ids}::uuid[])`.execute(db())
  await sql`update intelligence set version = next.version, kind = next.kind, occurred = next.occurred,
      concluded = next.concluded, progressed = next.progressed, outcome = next.outcome,
      reference = next.reference, summary = next.summary, category = next.category, source = next.source,
      route = next.route, recorded_at = ${now()}, event_id = ${event}
    from (select id, version, ${columns} from ${given(items)}) next
    where intelligence.id = next.id`.execute(db())
  await addVersions(items, event)
}
