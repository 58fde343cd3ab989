import type { IntelligenceSaid } from '../../../core/intelligence/said.ts'
import type { Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A concern that somebody without an account sent. */
export type RaisedConcern = {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly serviceName: string
  readonly reference: string
  readonly said: IntelligenceSaid
  readonly immediateRisk: boolean
  readonly at: Instant
  readonly confirmedAt: Instant | null
  readonly decidedAt: Instant | null
  readonly decision: string | null
  readonly note: string | null
}

const rows = () =>
  db()
    .selectFrom('raised_concern as concern')
    .innerJoin('service_now', 'service_now.id', 'concern.service_id')
    .selectAll('concern')
    .select('service_now.name')

const shown = (
  row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>,
): RaisedConcern => ({
  id: row.id,
  authority: row.authority_id,
  service: row.service_id,
  serviceName: row.name ?? '',
  reference: row.reference,
  // Written by this slice, in this shape.
  said: row.said as IntelligenceSaid,
  immediateRisk: row.immediate_risk,
  at: row.recorded_at,
  confirmedAt: row.confirmed_at,
  decidedAt: row.decided_at,
  decision: row.decision,
  note: row.note,
})

/** Returns a concern, locked where it is to be changed. Throws `not-found` where the actor may not see it. */
export const raisedById = async (id: string, lock = false): Promise<RaisedConcern> => {
  const row = await rows()
    .where('concern.id', '=', id)
    .$if(lock, (query) => query.forUpdate('concern'))
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'concern', id })
  return shown(row)
}

const mostShown = 200

/** Returns the concerns whose email nobody confirmed and on which nobody decided: those with a risk first, then the oldest. */
export const unconfirmedConcerns = async (): Promise<readonly RaisedConcern[]> =>
  (
    await rows()
      .where('concern.confirmed_at', 'is', null)
      .where('concern.decided_at', 'is', null)
      .orderBy('concern.immediate_risk', 'desc')
      .orderBy('concern.recorded_at')
      .limit(mostShown)
      .execute()
  ).map(shown)
