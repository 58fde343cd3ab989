import type { Lift, Suspension } from '../../../core/suspensions/suspension.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** A suspension as it is written: which version of which, what it says, and how it was lifted. */
export type Written = Suspension & {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly service: string
  readonly lift: Lift | null
}

const columnsOf = (written: Written, event: number) => ({
  version: written.version,
  contract_id: written.contract,
  kind: written.kind,
  reason: written.reason,
  starts: written.starts,
  review_on: written.reviewOn,
  clause: written.clause,
  conditions: written.conditions,
  lifted_on: written.lift?.on ?? null,
  lift_reason: written.lift?.reason ?? null,
  lift_note: written.lift?.note ?? null,
  recorded_at: now(),
  event_id: event,
})

const insertVersion = (written: Written, event: number) => {
  const { id, version, authority, service, ...valid } = written
  return db()
    .insertInto('suspension_version')
    .values({
      id,
      version,
      authority_id: authority,
      service_id: service,
      valid: JSON.stringify(valid),
      recorded_at: now(),
      event_id: event,
    })
    .execute()
}

/** Writes a new suspension with its first version, under the event that explains it. */
export const insertSuspension = async (written: Written, event: number): Promise<void> => {
  const { id, authority, service } = written
  await db()
    .insertInto('suspension')
    .values({ id, authority_id: authority, service_id: service, ...columnsOf(written, event) })
    .execute()
  await insertVersion(written, event)
}

/** Writes the next version of a suspension, and makes it the one that holds. */
export const updateSuspension = async (written: Written, event: number): Promise<void> => {
  await db().updateTable('suspension').set(columnsOf(written, event)).where('id', '=', written.id).execute()
  await db()
    .updateTable('suspension_version')
    .set({ superseded_at: now() })
    .where('id', '=', written.id)
    .where('superseded_at', 'is', null)
    .execute()
  await insertVersion(written, event)
}
