import { sql } from 'kysely'
import { causeOfConcern, type RecordedConcern } from '../../../core/alerts/concern-cause.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { policyToday } from '../../policy/in-force.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { insertAlerts, newAlerts } from './write-alerts.ts'

/** Those of some concerns that are not concluded, and that no alert was ever raised for. */
const stillNew = async (
  authority: string,
  concerns: readonly RecordedConcern[],
): Promise<RecordedConcern[]> => {
  const ids = concerns.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`select id from unnest(${ids}::uuid[]) as id
    where not exists (select from intelligence_now item
        where item.authority_id = ${authority} and item.id = id.id and item.concluded is not null)
      and not exists (select from alert where alert.authority_id = ${authority}
        and alert.cause = id.id::text)`.execute(db())
  const open = new Set(rows.map(({ id }) => id))
  return concerns.filter(({ id }) => open.has(id))
}

/**
 * Raises an alert for each of some concerns that somebody recorded: once, however often it is called. The clock of each
 * runs from when it was recorded. A concern of which the end is known already raises none.
 */
export const raiseConcerns = async (
  authority: string,
  concerns: readonly RecordedConcern[],
): Promise<void> => {
  if (concerns.length === 0) return
  await oneAtATime(authority)
  const fresh = newAlerts((await stillNew(authority, concerns)).map(causeOfConcern))
  if (fresh.length === 0) return
  const policy = await policyToday(authority)
  await emit(
    {
      kind: 'alerts.found',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: {
        opened: fresh.map(({ id }) => id),
        changed: [],
        cleared: [],
        services: [...new Set(fresh.flatMap(({ cause }) => cause.service ?? []))],
      },
    },
    (event) => insertAlerts(authority, fresh, policy, event.id),
  )
}
