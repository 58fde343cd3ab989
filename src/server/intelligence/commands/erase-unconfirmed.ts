import { dayOf, plusMilliseconds } from '../../../core/kit/days.ts'
import { isHeld } from '../../../core/retention/due.ts'
import { actor, db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { holdsOf } from '../../retention/queries.ts'
import { raisingRules } from '../queries/raising.ts'
import { removeOldDrafts } from './drafts.ts'

const day = 24 * 60 * 60 * 1000
/** Longer than any council counts. */
const hoursOfCounts = 1000

/** The kinds by which a legal hold may name a concern, beside the service that it is about. */
const heldAs = ['intelligence', 'concern-raisers']

/** Where somebody was said to be at risk, nothing goes before somebody has decided; under a legal hold nothing goes. */
const due = async (authority: string, days: number): Promise<readonly string[]> => {
  const holds = (await holdsOf()).filter((hold) => hold.authority === authority)
  const rows = await db()
    .selectFrom('raised_concern')
    .where('authority_id', '=', authority)
    .where('confirmed_at', 'is', null)
    .where('recorded_at', '<', plusMilliseconds(now(), -days * day))
    .where((where) =>
      where.or([
        where('decision', '=', 'set-aside'),
        where.and([where('immediate_risk', '=', false), where('decided_at', 'is', null)]),
      ]),
    )
    .select(['id', 'service_id as service'])
    .orderBy('id')
    .execute()
  return rows
    .filter(({ id, service }) => {
      const record = { id, service, closedOn: dayOf(now()) }
      return !heldAs.some((kind) => isHeld(record, kind, holds))
    })
    .map(({ id }) => id)
}

const eraseIn = async (authority: string): Promise<void> => {
  const days = (await raisingRules(authority))?.rules.unconfirmed.days
  const ids = days === undefined ? [] : await due(authority, days)
  if (ids.length === 0) return
  await emit(
    {
      kind: 'concerns.erased',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { concerns: ids },
    },
    () => db().deleteFrom('raised_concern').where('id', 'in', ids).execute(),
  )
}

/** Erases concerns whose email nobody confirmed in the time that the policy gives, who sent them too, and old drafts. */
export const eraseUnconfirmed = async (): Promise<void> => {
  for (const authority of actor().authorities) await eraseIn(authority)
  await removeOldDrafts(hoursOfCounts)
}
