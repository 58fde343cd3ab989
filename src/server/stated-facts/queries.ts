import { sql } from 'kysely'
import { type Day, endOf, type Instant } from '../../core/kit/days.ts'
import { isStated } from '../../core/policy/policy.ts'
import type { StatedCriterion } from '../../core/policy/stated-criterion.ts'
import { db } from '../platform/database/unit-of-work.ts'
import { policyToday } from '../policy/in-force.ts'

/** A fact as it was stated last: by whom and when. */
export type StatedFact = {
  readonly id: number
  readonly fact: string
  readonly value: string | number | null
  readonly by: string | null
  readonly recordedAt: Instant
}

/** Returns what is stated of a service now, or what was at the end of a past day. */
export const statedFactsOf = async (service: string, asAt: Day | null): Promise<readonly StatedFact[]> => {
  const from = asAt === null ? sql`stated_fact_now` : sql`stated_fact_known(${endOf(asAt)})`
  const { rows } = await sql<StatedFact>`
    select stated.id, fact, value, who.name as by, stated.recorded_at as "recordedAt"
    from ${from} stated
      join event_now event on event.id = stated.event_id
      left join actor_now who on who.id = event.actor_id
    where stated.service_id = ${service}
    order by fact`.execute(db())
  return rows
}

/** Returns the criteria of the council's policy that read what people state of a service of this type. */
export const statedCriteria = async (
  authority: string,
  serviceType: string,
): Promise<readonly StatedCriterion[]> => {
  const policy = await policyToday(authority)
  return (policy?.rating.criteria ?? [])
    .filter(isStated)
    .filter(({ appliesTo }) => appliesTo.includes(serviceType))
}
