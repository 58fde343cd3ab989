import { sql } from 'kysely'
import type { Placed } from '../../../core/decisions/order.ts'
import { dayOf, type Instant } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { decisionsAt, type Moment, proposalsAt } from './moment.ts'
import type { Session } from './sessions.ts'

/** A service of a session, as much as its place and state follow from. */
export type SessionRow = Placed & {
  readonly type: string
  readonly proposal: string | null
  /** The decision that stands now: a choice made on another one is refused. */
  readonly decision: string | null
  /** The band that was decided at this session; null where none was. */
  readonly decidedHere: string | null
  readonly sentBackBecause: string | null
}

type Row = {
  readonly service: string
  readonly name: string
  readonly type: string
  readonly decision: string | null
  readonly band: string | null
  readonly here: boolean | null
  readonly before: string | null
  readonly proposal: string | null
  readonly proposed: string | null
  readonly low: boolean | null
  readonly missing: number | null
  readonly sentBack: string | null
}

/** Where a past session is looked at, its services are those of its day as far as the register knows them. */
const rowsAt = async (session: Session, at: Moment): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    with here as (
      select distinct on (service_id) service_id, before from rating_decision
      where authority_id = ${session.authority} and session_id = ${session.id}
        and (${at}::timestamptz is null or recorded_at < ${at}::timestamptz)
      order by service_id, recorded_at
    ), sent_back as (
      select distinct on (decision.service_id) decision.service_id, confirmation.reason
      from decision_confirmation confirmation
        join rating_decision decision on decision.authority_id = confirmation.authority_id
          and decision.id = confirmation.decision_id
      where confirmation.authority_id = ${session.authority} and confirmation.outcome = 'sent-back'
        and confirmation.recorded_at <= ${session.closedAt ?? at ?? now()}
        and (decision.superseded_at is null or decision.superseded_at >= ${session.openedAt})
      order by decision.service_id, confirmation.recorded_at desc
    )
    select service.id as service, service.name, service.service_type as type, decision.id as decision, decision.band,
      decision.session_id = ${session.id} as here, here.before, proposal.id as proposal, proposal.band as proposed,
      proposal.low_confidence as low, proposal.missing, sent_back.reason as "sentBack"
    from service_now service
      left join ${proposalsAt(at)} proposal on proposal.service_id = service.id
        and proposal.authority_id = ${session.authority}
      left join ${decisionsAt(at)} decision on decision.service_id = service.id
        and decision.authority_id = ${session.authority}
      left join here on here.service_id = service.id
      left join sent_back on sent_back.service_id = service.id
    where service.authority_id = ${session.authority} and service.commissioned
      and (service.ended_on is null or service.ended_on >= ${dayOf(at ?? now())}::date)`.execute(db())
  return rows
}

const placed = (row: Row): SessionRow => ({
  service: row.service,
  name: row.name,
  type: row.type,
  // Rows keep their place while people decide: a row is where it was when the session began.
  decided: row.here === true ? row.before : row.band,
  proposed: row.proposed,
  lowConfidence: row.low ?? false,
  missing: row.missing ?? 0,
  sentBack: row.sentBack !== null,
  sentBackBecause: row.sentBack,
  proposal: row.proposal,
  decision: row.decision,
  decidedHere: row.here === true ? row.band : null,
})

/** Returns the services of a session as they stand at a moment, in no order: one query for all. */
export const sessionRows = async (session: Session, at: Moment): Promise<readonly SessionRow[]> =>
  (await rowsAt(session, at)).map(placed)

/** Returns the moment at which a session of the past is looked at: its end; null while it is open. */
export const momentOf = ({ closedAt }: Session): Instant | null => closedAt
