import { sql } from 'kysely'
import type { Choice } from '../../../core/decisions/agreement.ts'
import { type Departure, isDeparture } from '../../../core/decisions/departure.ts'
import type { Instant } from '../../../core/kit/days.ts'
import type { Role } from '../../../core/people/roles.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { type Moment, stoodAt } from './moment.ts'

/** What somebody chose for a service at a session, with their name and reason. */
export type ChoiceMade = Choice & {
  readonly service: string
  readonly name: string
  readonly proposed: string | null
  readonly departure: Departure
  readonly note: string | null
  readonly recordedAt: Instant
}

type Row = Omit<ChoiceMade, 'departure' | 'roles'> & {
  readonly departure: string
  readonly roles: readonly string[]
}

/** Returns the choices of a session that stand at a moment, in the order in which they were made. */
export const choicesAt = async (session: string, at: Moment): Promise<readonly ChoiceMade[]> => {
  const { rows } = await sql<Row>`
    select choice.service_id as service, choice.person_id as person, person.name, choice.roles, choice.band,
      choice.proposed, choice.proposal_id as proposal, choice.departure, choice.note,
      choice.recorded_at as "recordedAt"
    from (select * from rating_choice where session_id = ${session} and ${stoodAt(at)}) choice
      join person on person.id = choice.person_id
    order by choice.recorded_at, choice.event_id`.execute(db())
  return rows.map((row) => ({
    ...row,
    // Written by choose() from the table of roles.
    roles: row.roles as readonly Role[],
    departure: isDeparture(row.departure) ? row.departure : 'override',
  }))
}
