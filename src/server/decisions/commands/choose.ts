import { randomUUID } from 'node:crypto'
import type { Departure } from '../../../core/decisions/departure.ts'
import type { Role } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** What somebody chose for a service, judged. */
export type JudgedChoice = {
  readonly service: string
  readonly band: string
  readonly proposed: string | null
  readonly proposal: string | null
  readonly departure: Departure
  readonly note: string | null
  /** What stood before. */
  readonly before: string | null
}

/** Who chooses, at which session, and by which form. */
export type Choosing = {
  readonly authority: string
  readonly session: string
  readonly person: string
  /** Those of the roles that must agree which they hold. */
  readonly roles: readonly Role[]
  readonly form: string
}

/** Holds a session until the unit of work ends, so that of two who choose at once the second sees what the first chose. */
export const holdSession = async (session: string): Promise<void> =>
  void (await db()
    .selectFrom('decision_session')
    .where('id', '=', session)
    .select('id')
    .forUpdate()
    .executeTakeFirst())

/** Whether a form was taken before: a second press of its button, or one that was sent again. */
export const wasTaken = async (session: string, form: string): Promise<boolean> =>
  (await db()
    .selectFrom('rating_choice')
    .where('session_id', '=', session)
    .where('form_id', '=', form)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Writes what one person chose, in the unit of work that it is called in; what they chose before is superseded. */
export const choose = async (
  { authority, session, person, roles, form }: Choosing,
  chosen: readonly JudgedChoice[],
): Promise<void> => {
  if (chosen.length === 0) return
  const services = chosen.map(({ service }) => service)
  await emit(
    {
      kind: 'decisions.chosen',
      authority,
      subject: { kind: 'session', id: session },
      payload: {
        session,
        services: chosen.map(({ service, band, before }) => ({ id: service, band, before })),
      },
    },
    async (event) => {
      await db()
        .updateTable('rating_choice')
        .set({ superseded_at: now() })
        .where('session_id', '=', session)
        .where('person_id', '=', person)
        .where('service_id', 'in', services)
        .where('superseded_at', 'is', null)
        .execute()
      const common = { authority_id: authority, session_id: session, person_id: person, form_id: form }
      const rows = chosen.map((choice) => ({
        ...common,
        id: randomUUID(),
        service_id: choice.service,
        roles: [...roles],
        band: choice.band,
        proposed: choice.proposed,
        proposal_id: choice.proposal,
        departure: choice.departure,
        note: choice.note,
        recorded_at: now(),
        event_id: event.id,
      }))
      await db().insertInto('rating_choice').values(rows).execute()
    },
  )
}
