import { sql } from 'kysely'
import type { Departure } from '../../../core/decisions/departure.ts'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A decision as documents tell it. */
export type DecisionMade = {
  readonly id: string
  readonly service: string
  readonly name: string
  readonly band: string
  readonly before: string | null
  readonly proposed: string | null
  readonly departure: Departure
  readonly note: string | null
  readonly on: Day
  /** Names, in the order of the roles that must agree. */
  readonly by: readonly string[]
  /** Another decision has followed it since. */
  readonly superseded: boolean
}

const columns = sql`decision.id, decision.service_id as service, service.name, decision.band, decision.before,
  decision.proposed, decision.departure, decision.note, decision.decided_on as on,
  decision.superseded_at is not null as superseded,
  (select coalesce(jsonb_agg(person.name order by decider.place), '[]')
    from jsonb_array_elements(decision.deciders) with ordinality as decider (of, place)
      join person on person.id = (decider.of ->> 'person')::uuid) as by`

/** Returns what was decided at a session, by the name of the service; where twice, the last. */
export const decidedAt = async (authority: string, session: string): Promise<readonly DecisionMade[]> => {
  const { rows } = await sql<DecisionMade>`
    select distinct on (service.name, decision.service_id) ${columns}
    from rating_decision decision join service_now service on service.id = decision.service_id
    where decision.authority_id = ${authority} and decision.session_id = ${session}
    order by service.name, decision.service_id, decision.recorded_at desc`.execute(db())
  return rows
}

/** Returns every decision that no meeting has confirmed or sent back yet: by the name of the service, oldest first. */
export const unconfirmed = async (authority: string): Promise<readonly DecisionMade[]> => {
  const { rows } = await sql<DecisionMade>`
    select ${columns}
    from rating_decision decision join service_now service on service.id = decision.service_id
    where decision.authority_id = ${authority} and not exists (
      select from decision_confirmation confirmation
      where confirmation.authority_id = decision.authority_id and confirmation.decision_id = decision.id)
    order by service.name, decision.service_id, decision.recorded_at`.execute(db())
  return rows
}
