import { sql } from 'kysely'
import type { Decider } from '../../../core/decisions/agreement.ts'
import { type Departure, isDeparture } from '../../../core/decisions/departure.ts'
import { type Day, endOf, type Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A decision about a service: its band, who decided, and what was proposed then. */
export type Decision = {
  readonly id: string
  readonly band: string
  readonly before: string | null
  readonly decidedOn: Day
  readonly inBandSince: Day
  readonly proposed: string | null
  readonly departure: Departure
  readonly note: string | null
  readonly session: string
  readonly deciders: readonly (Decider & { readonly name: string })[]
  /** What the meeting that confirms said of it; null where it has not met since. */
  readonly outcome: 'confirmed' | 'sent-back' | null
  readonly sentBackBecause: string | null
  readonly recordedAt: Instant
}

/** A decision without the notes of those who decided: what may be shared. */
export type DecidedBand = Pick<Decision, 'band' | 'decidedOn' | 'inBandSince' | 'deciders'>

type Row = Omit<Decision, 'departure'> & { readonly departure: string }

const shown = 20

/** How far back it is looked: those of a day and before, and how many at most. */
type Stretch = { readonly through: Day | null; readonly limit: number }

/**
 * Returns the decisions about a service, newest first: all that are known now, or that were known at the end of a past
 * day. The first of them stands.
 */
export const decisionsOf = async (
  service: string,
  asAt: Day | null,
  { through, limit }: Stretch = { through: null, limit: shown },
): Promise<readonly Decision[]> => {
  const until = asAt === null ? null : endOf(asAt)
  const { rows } = await sql<Row>`
    select decision.id, decision.band, decision.before, decision.decided_on as "decidedOn",
      decision.in_band_since as "inBandSince", decision.proposed, decision.departure, decision.note,
      decision.session_id as session, decision.recorded_at as "recordedAt", confirmation.outcome,
      confirmation.reason as "sentBackBecause",
      (select coalesce(jsonb_agg(decider || jsonb_build_object('name', person.name)), '[]')
        from jsonb_array_elements(decision.deciders) decider
          join person on person.id = (decider ->> 'person')::uuid) as deciders
    from rating_decision decision
      left join decision_confirmation confirmation on confirmation.authority_id = decision.authority_id
        and confirmation.decision_id = decision.id
        and (${until}::timestamptz is null or confirmation.recorded_at < ${until}::timestamptz)
    where decision.service_id = ${service}
      and (${until}::timestamptz is null or decision.recorded_at < ${until}::timestamptz)
      and (${through}::date is null or decision.decided_on <= ${through}::date)
    order by decision.recorded_at desc, decision.event_id desc
    limit ${limit}`.execute(db())
  return rows.map((row) => ({
    ...row,
    departure: isDeparture(row.departure) ? row.departure : 'override',
  }))
}
