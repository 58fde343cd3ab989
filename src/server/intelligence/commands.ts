import { sql } from 'kysely'
import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import type { Day } from '../../core/kit/days.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'
import { serviceForIntelligence } from './queries.ts'

/** One item of intelligence as a person records it. References, dates, kind and outcome: no case narrative. */
export type NewIntelligence = {
  /** Made with the form, so that a form sent twice records once. */
  readonly id: string
  readonly service: string
  readonly kind: string
  readonly occurred: Day
  readonly concluded: Day | null
  readonly progressed: boolean | null
  readonly outcome: string | null
  readonly reference: string | null
  readonly summary: string | null
  readonly immediateRisk: boolean
}

/**
 * Records intelligence: the fact, its first version, the event and its jobs, in the unit of work that it
 * is called in. Returns false where the same item was recorded before (the form was sent twice).
 * Throws `not-found` for a service that the actor may not see, and `real-service` where made-up
 * intelligence would be attached to a real service.
 */
export const recordIntelligence = async (item: NewIntelligence): Promise<boolean> => {
  const service = await serviceForIntelligence(item.service)
  // A form pressed twice at the same instant: the second waits here for the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${item.id}, 0))`.execute(db())
  const before = await db()
    .selectFrom('intelligence')
    .where('id', '=', item.id)
    .select('id')
    .executeTakeFirst()
  if (before) return false
  await emit(
    {
      kind: 'intelligence.recorded',
      authority: service.authority,
      subject: { kind: 'service', id: item.service },
      payload: {
        id: item.id,
        version: 1,
        kind: item.kind,
        occurred: item.occurred,
        immediateRisk: item.immediateRisk,
      },
    },
    async (event) => {
      const { id, service: service_id, immediateRisk: _, ...valid } = item
      const common = {
        id,
        version: 1,
        authority_id: service.authority,
        service_id,
        recorded_at: now(),
        event_id: event.id,
      }
      await db()
        .insertInto('intelligence')
        .values({ ...common, ...valid })
        .execute()
      await db()
        .insertInto('intelligence_version')
        .values({ ...common, valid: JSON.stringify(valid) })
        .execute()
    },
  )
  return true
}

/**
 * Declares that every item of a kind is recorded here from a day on. Until then, no items of the kind means
 * unknown, never none (WA2).
 */
export const declareCollected = async (authority: string, kind: IntelligenceKind, from: Day): Promise<void> =>
  void (await db()
    .insertInto('intelligence_feed')
    .values({ authority_id: authority, kind, collected_from: from, recorded_at: now() })
    .execute())
