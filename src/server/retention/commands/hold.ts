import { randomUUID } from 'node:crypto'
import { fault } from '../../../core/kit/problems.ts'
import { actor, db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { holdsOf } from '../queries.ts'

/** What a hold is placed on: a record, or everything of a service. */
export type Holding = {
  readonly authority: string
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly reason: string
}

/** Withdraws the proposals that a hold stands on. A day's records together are looked at anew when they are disposed of. */
const withdraw = async ({ authority, kind, id }: Holding): Promise<unknown> =>
  db()
    .updateTable('disposal_item')
    .set({ decided_at: now() })
    .where('authority_id', '=', authority)
    .where('decided_at', 'is', null)
    .where((where) =>
      kind === 'service'
        ? where('service_id', '=', id)
        : where.and([where('record_kind', '=', kind), where('record_id', '=', id)]),
    )
    .execute()

/** Places a legal hold: what it stands on is not proposed, and not disposed of, until the hold ends. */
export const placeHold = async (holding: Holding): Promise<void> => {
  const { authority, kind, id, label, reason } = holding
  const there = (await holdsOf()).some(
    (hold) => hold.authority === authority && hold.kind === kind && hold.id === id,
  )
  if (there) return
  await emit(
    {
      kind: 'retention.held',
      authority,
      subject: { kind, id },
      payload: { record: kind, id, label, reason },
    },
    async (event) => {
      await db()
        .insertInto('legal_hold')
        .values({
          id: randomUUID(),
          authority_id: authority,
          record_kind: kind,
          record_id: id,
          label,
          reason,
          placed_by: actor().id,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute()
      await withdraw(holding)
    },
  )
}

/** Ends a legal hold. What is due is proposed again by the next weekly job. Throws `not-found` where none stands. */
export const releaseHold = async (hold: string): Promise<void> => {
  const found = (await holdsOf()).find((each) => each.hold === hold)
  if (found === undefined) throw fault('not-found', { what: 'legal hold', id: hold })
  const { authority, kind, id, label } = found
  await emit(
    {
      kind: 'retention.released',
      authority,
      subject: { kind, id },
      payload: { record: kind, id, label },
    },
    () => db().updateTable('legal_hold').set({ lifted_at: now() }).where('id', '=', hold).execute(),
  )
}
