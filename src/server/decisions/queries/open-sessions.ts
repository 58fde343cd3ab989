import { sql } from 'kysely'
import type { Choice } from '../../../core/decisions/agreement.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A session that decides and has not ended: who opened it, and how far it is. */
export type OpenSession = {
  readonly id: string
  readonly meeting: string
  readonly heldOn: Day
  readonly openedAt: Instant
  /** Null where nobody pressed a button for it. */
  readonly openedBy: string | null
  readonly services: number
  readonly undecided: number
}

/** Returns the sessions of a council at which ratings are being decided, the oldest first. */
export const openSessions = async (authority: string, today: Day): Promise<readonly OpenSession[]> => {
  const { rows } = await sql<OpenSession>`
    select session.id, session.meeting, session.held_on as "heldOn", session.recorded_at as "openedAt",
      (select name from person where person.id = (select actor_id::uuid from event_now
        where event_now.id = session.event_id and actor_kind = 'person')) as "openedBy",
      progress.services, progress.undecided
    from decision_session_now session cross join lateral (
      select count(*)::int as services,
        (count(*) filter (where decision.session_id is distinct from session.id))::int as undecided
      from service_now service left join rating_decision_now decision
        on decision.authority_id = service.authority_id and decision.service_id = service.id
      where service.authority_id = session.authority_id and service.commissioned
        and (service.ended_on is null or service.ended_on >= ${today}::date)
    ) progress
    where session.authority_id = ${authority} and session.closed_at is null and session.part <> 'confirms'
    order by session.recorded_at`.execute(db())
  return rows
}

/** What somebody chose at a session that is open, with the proposal that stands for its service now. */
export type OpenChoice = Choice & {
  readonly session: string
  readonly service: string
  readonly name: string
  readonly stands: string | null
}

/** Returns what was chosen at some sessions and has not been decided since, by the name of the service. */
export const openChoices = async (sessions: readonly string[]): Promise<readonly OpenChoice[]> => {
  if (sessions.length === 0) return []
  const { rows } = await sql<OpenChoice>`
    with chosen as (
      select session_id, authority_id, service_id, person_id, roles, band, proposal_id,
        max(recorded_at) over (partition by session_id, service_id) as newest
      from rating_choice where session_id = any(${[...sessions]}::uuid[]) and superseded_at is null
    )
    select chosen.session_id as session, chosen.service_id as service, service.name, chosen.person_id as person,
      chosen.roles, chosen.band, chosen.proposal_id as proposal, proposal.id as stands
    from chosen join service_now service on service.id = chosen.service_id and service.commissioned
      left join rating_proposal_now proposal on proposal.authority_id = chosen.authority_id
        and proposal.service_id = chosen.service_id
    where not exists (select from rating_decision_now decision
      where decision.authority_id = chosen.authority_id and decision.service_id = chosen.service_id
        and decision.session_id = chosen.session_id and decision.recorded_at >= chosen.newest)
    order by service.name, service.id`.execute(db())
  return rows
}
