import { sql } from 'kysely'
import { dayOf } from '../../core/kit/days.ts'
import type { SuspensionsDocument } from '../../core/policy/documents/suspensions.ts'
import {
  type PublicRow,
  type PublicSuspension,
  publicService,
} from '../../core/publication/public-service.ts'
import type { PublicRegister } from '../../core/publication/register.ts'
import { nobodyAsks } from '../../core/sharing/relation.ts'
import { visible } from '../../core/sharing/visible.ts'
import { glance } from '../platform/database/glance.ts'
import { db, type Ground, now } from '../platform/database/unit-of-work.ts'
import { policyToday } from '../policy/in-force.ts'
import { nameOfType } from '../register/words.ts'

/** Returns what tells one state of the public data from another: which changes are committed. */
export const publicVersion = async (on: Ground): Promise<string> => {
  const [row] = await glance(
    on,
    sql<{ version: string }>`
    select md5(coalesce(string_agg(id::text, ',' order by id), '')) as version from public_change`,
  )
  return row?.version ?? ''
}

const servicesOf = async (authority: string): Promise<readonly PublicRow[]> => {
  const { rows } = await sql<PublicRow>`select id, name, service_type, place, postcode, provider_name,
      registered_provider, commissioned, invented, location_id, ended_on, rating_overall, rating_published,
      registered_from, registered_to
    from public_service_now where authority_id = ${authority} order by name, id`.execute(db())
  return rows
}

const suspensionsOf = async (authority: string): Promise<readonly PublicSuspension[]> => {
  const { rows } =
    await sql<PublicSuspension>`select service_id as service, kind, starts, lifted_on as "liftedOn"
    from public_suspension_now where authority_id = ${authority}`.execute(db())
  return rows
}

const publishedKinds = (said: SuspensionsDocument | undefined): ReadonlyMap<string, string> =>
  new Map((said?.kinds ?? []).filter(({ publish }) => publish.is).map(({ id, name }) => [id, name]))

const reviewedOn = async (authority: string): Promise<PublicRegister['reviewedOn']> => {
  const row = await db()
    .selectFrom('public_review_now')
    .where('authority_id', '=', authority)
    .select('reviewed_on')
    .executeTakeFirst()
  return row?.reviewed_on ?? null
}

/** Returns a council's register as anyone may read it; null where there is none, or its policy does not publish it. */
export const publicRegister = async (id: string): Promise<PublicRegister | null> => {
  const authority = await db()
    .selectFrom('authority')
    .where('id', '=', id)
    .select(['id', 'name', 'invented'])
    .executeTakeFirst()
  if (authority === undefined) return null
  const policy = await policyToday(id)
  if (policy?.documents.publication?.register.publish !== true) return null
  const types = new Map(policy.serviceTypes.map((type) => [type.id, type.name]))
  const kinds = publishedKinds(policy.documents.suspensions)
  const today = dayOf(now())
  const publishing = { nameOfType: (type: string) => types.get(type) ?? nameOfType(type), kinds, today }
  const suspensions = Map.groupBy(await suspensionsOf(id), ({ service }) => service)
  const open = (row: PublicRow) =>
    visible('service', row, { asker: nobodyAsks, whose: { authority: id, service: row.id }, today })
  return {
    authority,
    reviewedOn: await reviewedOn(id),
    showsSuspensions: kinds.size > 0,
    services: (await servicesOf(id)).map((row) =>
      publicService(open(row), suspensions.get(row.id) ?? [], publishing),
    ),
  }
}

/** Returns the councils that publish their register here, by name. */
export const publishingCouncils = async (): Promise<readonly PublicRegister['authority'][]> => {
  const all = await db().selectFrom('authority').select(['id', 'name', 'invented']).orderBy('name').execute()
  const publishing = await Promise.all(
    all.map(async ({ id }) => (await policyToday(id))?.documents.publication?.register.publish === true),
  )
  return all.filter((_, index) => publishing[index])
}
