import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { keepVersions } from './keep-versions.ts'

/** An activity that was held before the plan stood here: what is known of it. */
export type HeldBefore = {
  readonly id: string
  readonly service: string
  readonly contract: string
  readonly activity: string
  readonly name: string
  readonly form: string | null
  readonly heldOn: Day
  readonly due: Day | null
  readonly place: string | null
  readonly person: string | null
  readonly byProvider: boolean
  readonly attendance: readonly { readonly role: string; readonly name: string }[]
  readonly notes: Readonly<Record<string, string>>
}

/** Takes in what was held before, all at once, in four statements whatever its number. Work the plans out after it. */
export const takeInHeld = async (authority: string, held: readonly HeldBefore[]): Promise<void> => {
  if (held.length === 0) return
  const given = JSON.stringify(held)
  const ids = held.map(({ id }) => id)
  await emit(
    {
      kind: 'activity.taken-in',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { services: [...new Set(held.map(({ service }) => service))], activities: ids },
    },
    async (event) => {
      await sql`insert into activity (id, authority_id, service_id, contract_id, activity, name, version, state, due,
          held_on, form, place, person_id, by_provider, announced, counts, recorded_at, event_id)
        select id, ${authority}, service, contract, activity, name, 1, 'held', due, "heldOn", form, place, person,
          "byProvider", true, true, ${now()}, ${event.id}
        from jsonb_to_recordset(${given}::jsonb) as row (id uuid, service uuid, contract uuid, activity text, name text,
          due date, "heldOn" date, form text, place text, person uuid, "byProvider" boolean)`.execute(db())
      await sql`insert into activity_record (activity_id, authority_id, attendance, notes)
        select id, ${authority}, attendance, notes
        from jsonb_to_recordset(${given}::jsonb) as row (id uuid, attendance jsonb, notes jsonb)`.execute(
        db(),
      )
      await keepVersions(ids, event.id)
    },
  )
}
