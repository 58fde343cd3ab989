/** What a list shows that has two times: as it is known now, or as it was known at the end of a past day. */
import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns whether a service of a query was there: on a past day, whether the register held it already. */
export const wasThere = (asAt: Day | null) =>
  asAt === null ? sql<boolean>`true` : sql<boolean>`service.first_recorded_at < ${endOf(asAt)}`

/** Returns whether the council buys a service of a query: on a past day, by the contracts that were known then. */
export const isCommissioned = (asAt: Day | null) =>
  asAt === null
    ? sql<boolean>`service.commissioned`
    : sql<boolean>`service.id in (select known.service_id from contract_known(${endOf(asAt)}) known
        where (known.valid -> 'terms' ->> 'starts')::date <= ${asAt}
          and coalesce((known.valid -> 'stop' ->> 'on')::date >= ${asAt}, true))`

/** Returns whether the council bought a service on a past day, by the contracts that were known then. */
export const wasCommissioned = async (service: string, asAt: Day): Promise<boolean> => {
  const row = await db()
    .selectFrom('service_now as service')
    .where('service.id', '=', service)
    .select(isCommissioned(asAt).as('commissioned'))
    .executeTakeFirst()
  return row?.commissioned ?? false
}

/** Returns the proposals that stand, or stood, to be joined: the stored ones, never worked out again. */
export const proposals = (asAt: Day | null) =>
  (asAt === null
    ? sql<{ service_id: string; band: string | null }>`(select service_id, band from rating_proposal_now)`
    : sql<{
        service_id: string
        band: string | null
      }>`(select service_id, band from rating_proposal_known(${endOf(asAt)}))`
  ).as('proposal')

/** Returns the decisions that stand, or stood, to be joined. */
export const decisions = (asAt: Day | null) =>
  (asAt === null
    ? sql<{ service_id: string; band: string | null }>`(select service_id, band from rating_decision_now)`
    : sql<{
        service_id: string
        band: string | null
      }>`(select service_id, band from rating_decision_known(${endOf(asAt)}))`
  ).as('decision')

/** Returns the services where nobody new can be placed, each with the first day of it, to be joined. */
export const suspendedServices = (today: Day, asAt: Day | null) => {
  const on = asAt ?? today
  const from = asAt === null ? sql`suspension_now` : sql`suspension_known(${endOf(asAt)})`
  return sql<{
    service_id: string
    since: Day
  }>`(select service_id, min(starts) as since from ${from} suspension
    where starts <= ${on} and (lifted_on is null or lifted_on > ${on}) group by service_id)`.as('suspended')
}

/**
 * Returns CQC's latest rating of some services as it was known at the end of a day: of their location, or of any that
 * leads to them, for they may have been registered elsewhere then.
 */
export const ratingsThen = async (
  services: readonly string[],
  asAt: Day,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; overall: string }>`
    with place as (
      select id, location_id from service_now where id = any(${services}::uuid[]) and location_id is not null
      union
      select service_id, location_id from service_location_now where service_id = any(${services}::uuid[])
    )
    select distinct on (place.id) place.id, rating.overall
    from place join cqc_rating_known(${endOf(asAt)}) rating on rating.location_id = place.location_id
    where rating.service is null and rating.published is not null
    order by place.id, rating.published desc, rating.id desc`.execute(db())
  return new Map(rows.map(({ id, overall }) => [id, overall]))
}
