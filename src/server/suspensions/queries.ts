import { type SqlBool, sql } from 'kysely'
import { type Day, endOf, type Instant } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Visible } from '../../core/sharing/visible.ts'
import { type Lift, type Standing, type Suspension, standingOn } from '../../core/suspensions/suspension.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** A suspension as its own page shows it. */
export type ShownSuspension = Suspension & {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly service: { readonly id: string; readonly name: string }
  /** The reference of the contract that it is under; null where it is under none. */
  readonly reference: string | null
  readonly lift: Lift | null
}

const whole = () =>
  db()
    .selectFrom('suspension_now as suspension')
    .innerJoin('service_now', 'service_now.id', 'suspension.service_id')
    .leftJoin('contract_now as under', 'under.id', 'suspension.contract_id')
    .selectAll('suspension')
    .select(['service_now.name as service', 'under.reference'])

type WholeRow = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const shownOf = (row: WholeRow): ShownSuspension => ({
  id: row.id,
  version: row.version,
  authority: row.authority_id,
  service: { id: row.service_id, name: row.service },
  contract: row.contract_id,
  reference: row.reference,
  kind: row.kind,
  reason: row.reason,
  starts: row.starts,
  reviewOn: row.review_on,
  clause: row.clause,
  conditions: row.conditions,
  lift:
    row.lifted_on === null ? null : { on: row.lifted_on, reason: row.lift_reason ?? '', note: row.lift_note },
})

/** Returns a suspension. Throws `not-found` where the actor may not see it. */
export const suspensionById = async (id: string): Promise<ShownSuspension> => {
  const row = await whole().where('suspension.id', '=', id).executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'suspension', id })
  return shownOf(row)
}

/** Returns every suspension of a service, the latest first. */
export const suspensionsOfService = async (service: string): Promise<ShownSuspension[]> => {
  const rows = await whole()
    .where('suspension.service_id', '=', service)
    .orderBy('suspension.starts', 'desc')
    .orderBy('suspension.recorded_at', 'desc')
    .execute()
  return rows.map(shownOf)
}

/** Returns every suspension of a service as it was known at the end of a past day, the latest first (X3). */
export const suspensionsKnown = async (service: string, asAt: Day): Promise<ShownSuspension[]> => {
  const rows = await db()
    .selectFrom('suspension_version_now as known')
    .innerJoin('service_now', 'service_now.id', 'known.service_id')
    .leftJoin('contract_now as under', (join) =>
      join.on((on) => on(on.cast<string>('under.id', 'text'), '=', sql<string>`known.valid ->> 'contract'`)),
    )
    .where('known.service_id', '=', service)
    .where('known.recorded_at', '<', endOf(asAt))
    .where((where) =>
      where.or([where('known.superseded_at', 'is', null), where('known.superseded_at', '>=', endOf(asAt))]),
    )
    .select(['known.id', 'known.version', 'known.authority_id', 'known.valid'])
    .select(['service_now.name', 'under.reference'])
    .orderBy(sql`known.valid ->> 'starts'`, 'desc')
    .orderBy('known.recorded_at', 'desc')
    .execute()
  return rows.map(({ id, version, authority_id, name, reference, valid }) => ({
    ...(valid as Suspension & { readonly lift: Lift | null }),
    id,
    version,
    authority: authority_id,
    service: { id: service, name },
    reference,
  }))
}

/** What a list of suspensions is filtered by; null filters nothing. */
export type SuspensionFilter = {
  readonly service: string | null
  /** True for those that are not lifted yet, false for those with a day on which they were. */
  readonly open: boolean | null
}

/** Returns suspensions, the latest first, from a place on. */
export const suspensionsAfter = async (
  { service, open }: SuspensionFilter,
  place: readonly [starts: string, id: string] | null,
  limit: number,
): Promise<ShownSuspension[]> => {
  const rows = await whole()
    .$if(service !== null, (query) => query.where('suspension.service_id', '=', service))
    .$if(open !== null, (query) => query.where('suspension.lifted_on', open ? 'is' : 'is not', null))
    .$if(place !== null, (query) =>
      query.where(
        sql<SqlBool>`(suspension.starts, suspension.id) < (${place?.[0]}::date, ${place?.[1]}::uuid)`,
      ),
    )
    .orderBy('suspension.starts', 'desc')
    .orderBy('suspension.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(shownOf)
}

/** One version of a suspension: what it said, and who wrote it when. */
export type SuspensionVersion = Suspension & {
  readonly id: string
  readonly version: number
  readonly lift: Lift | null
  readonly recordedAt: Instant
  readonly by: string
}

/** Returns every version of the suspensions of a service, newest first. */
export const versionsOfService = async (service: string): Promise<SuspensionVersion[]> => {
  const rows = await db()
    .selectFrom('suspension_version_now as version')
    .innerJoin('event_now', 'event_now.id', 'version.event_id')
    .leftJoin('person', (join) =>
      join.on((on) => on(on.cast<string>('person.id', 'text'), '=', on.ref('event_now.actor_id'))),
    )
    .where('version.service_id', '=', service)
    .select(['version.id', 'version.version', 'version.valid', 'version.recorded_at', 'person.name as by'])
    .orderBy('version.version', 'desc')
    .execute()
  return rows.map(({ id, version, valid, recorded_at, by }) => ({
    ...(valid as Suspension & { readonly lift: Lift | null }),
    id,
    version,
    recordedAt: recorded_at,
    by: by ?? 'Plumbline',
  }))
}

/** A suspension in brief, as the reader of a service's page may see it. */
export type BriefSuspension = Visible<'suspension', SuspensionFound>

/** A suspension in brief: whether and since when nobody new can be placed. */
export type SuspensionFound = {
  readonly id: string
  readonly kind: string
  readonly reason: string
  readonly starts: Day
  readonly liftedOn: Day | null
  readonly standing: Standing
}

/** Returns the suspensions of a service that are not over: of today, or as they were known at the end of a past day. */
export const standingSuspensions = async (
  service: string,
  today: Day,
  asAt: Day | null,
): Promise<SuspensionFound[]> => {
  const from = asAt === null ? sql`suspension_now` : sql`suspension_known(${endOf(asAt)})`
  const { rows } = await sql<Omit<SuspensionFound, 'standing'>>`
    select id, kind, reason, starts, lifted_on as "liftedOn" from ${from} suspension
    where service_id = ${service} order by starts, id`.execute(db())
  return rows
    .map((row) => ({ ...row, standing: standingOn(row, asAt ?? today) }))
    .filter(({ standing }) => standing !== 'lifted')
}
