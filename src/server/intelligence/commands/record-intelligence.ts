import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { serviceForIntelligence } from '../queries.ts'
import { type IntelligenceSaid, insertIntelligence } from './write-intelligence.ts'

/** One item of intelligence as a person records it. References, dates, kind and outcome: no case narrative. */
export type NewIntelligence = IntelligenceSaid & {
  /** Made with the form, so that a form sent twice records once. */
  readonly id: string
  readonly service: string
  readonly immediateRisk: boolean
  /** The concern of somebody without an account that it comes from. */
  readonly concern?: string
}

/**
 * Records intelligence: the fact, its first version, the event and its jobs, in the unit of work that it
 * is called in. Returns false where the same item was recorded before (the form was sent twice).
 * Throws `not-found` for a service that the actor may not see, and `real-service` where made-up
 * intelligence would be attached to a real service.
 */
export const recordIntelligence = async (item: NewIntelligence): Promise<boolean> => {
  const { authority } = await serviceForIntelligence(item.service)
  // A form pressed twice at the same instant: the second waits here for the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${item.id}, 0))`.execute(db())
  const before = await db()
    .selectFrom('intelligence')
    .where('id', '=', item.id)
    .select('id')
    .executeTakeFirst()
  if (before) return false
  const { id, service, immediateRisk, concern, ...said } = item
  await emit(
    {
      kind: 'intelligence.recorded',
      authority,
      subject: { kind: 'service', id: service },
      payload: {
        id,
        version: 1,
        kind: said.kind,
        occurred: said.occurred,
        immediateRisk,
        ...(concern === undefined ? {} : { concern }),
      },
    },
    (event) => insertIntelligence([{ id, version: 1, authority, service, said }], event.id),
  )
  return true
}
