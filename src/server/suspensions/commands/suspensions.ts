import { sql } from 'kysely'
import { fault } from '../../../core/kit/problems.ts'
import type { Lift, Suspension } from '../../../core/suspensions/suspension.ts'
import { changedFields } from '../../../core/suspensions/suspension-form.ts'
import { serviceForIntelligence } from '../../intelligence/queries.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { type ShownSuspension, suspensionById } from '../queries.ts'
import { insertSuspension, updateSuspension, type Written } from './write-suspension.ts'

/** Two people who decide on one service at once wait for each other here; the second sees what the first did. */
const oneAtATime = async (service: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`suspensions of ${service}`}, 0))`.execute(
    db(),
  ))

/** Throws `suspension-open` where another of this kind is not lifted: the two would be one. */
const refuseSecond = async (
  service: { readonly id: string; readonly name: string },
  kind: string,
  own: string,
): Promise<void> => {
  const open = await db()
    .selectFrom('suspension')
    .where('service_id', '=', service.id)
    .where('kind', '=', kind)
    .where('lifted_on', 'is', null)
    .where('id', '<>', own)
    .select('id')
    .executeTakeFirst()
  if (open) throw fault('suspension-open', { name: service.name })
}

/**
 * Suspends new placements (W4.6). Its id is made with the form: returns false where it was sent before. Throws
 * `not-found` for a service that the actor may not see, and `real-service` for a real one of an invented council.
 */
export const startSuspension = async (
  id: string,
  serviceId: string,
  suspension: Suspension,
): Promise<boolean> => {
  await oneAtATime(serviceId)
  const service = await serviceForIntelligence(serviceId)
  const before = await db().selectFrom('suspension').where('id', '=', id).select('id').executeTakeFirst()
  if (before) return false
  await refuseSecond(service, suspension.kind, id)
  const { kind, starts, reason } = suspension
  await emit(
    {
      kind: 'suspension.started',
      authority: service.authority,
      subject: { kind: 'service', id: service.id },
      payload: { suspension: id, service: service.id, of: kind, from: starts, reason },
    },
    (event) =>
      insertSuspension(
        { ...suspension, id, version: 1, authority: service.authority, service: service.id, lift: null },
        event.id,
      ),
  )
  return true
}

const writtenOf = (shown: ShownSuspension): Written => ({
  id: shown.id,
  version: shown.version,
  authority: shown.authority,
  service: shown.service.id,
  contract: shown.contract,
  kind: shown.kind,
  reason: shown.reason,
  starts: shown.starts,
  reviewOn: shown.reviewOn,
  clause: shown.clause,
  conditions: shown.conditions,
  lift: shown.lift,
})

/** Throws `suspension-changed-meanwhile` unless the version is the one that stands. */
const atVersion = async (id: string, version: number): Promise<ShownSuspension> => {
  const { service } = await suspensionById(id)
  await oneAtATime(service.id)
  const before = await suspensionById(id)
  if (before.version !== version) throw fault('suspension-changed-meanwhile')
  return before
}

/** Changes or corrects what a suspension says, from the version that the person saw. The same again returns false. */
export const changeSuspension = async (id: string, version: number, after: Suspension): Promise<boolean> => {
  const before = await atVersion(id, version)
  const { id: _, version: __, authority, service, lift, ...said } = writtenOf(before)
  const fields = changedFields(said, after)
  if (fields.length === 0) return false
  if (lift === null) await refuseSecond(before.service, after.kind, id)
  await emit(
    {
      kind: 'suspension.changed',
      authority,
      subject: { kind: 'service', id: service },
      payload: { suspension: id, version: version + 1, service, fields },
    },
    (event) => updateSuspension({ ...after, id, version: version + 1, authority, service, lift }, event.id),
  )
  return true
}

/** Lifts a suspension, or corrects how it was lifted, from the version that the person saw. */
export const liftSuspension = async (id: string, version: number, lift: Lift): Promise<void> => {
  const before = writtenOf(await atVersion(id, version))
  await emit(
    {
      kind: 'suspension.lifted',
      authority: before.authority,
      subject: { kind: 'service', id: before.service },
      payload: {
        suspension: id,
        version: version + 1,
        service: before.service,
        on: lift.on,
        reason: lift.reason,
      },
    },
    (event) => updateSuspension({ ...before, version: version + 1, lift }, event.id),
  )
}
