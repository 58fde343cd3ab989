import type { Arranged } from '../../../core/monitoring/arrange-form.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { keepVersions } from './keep-versions.ts'

/** An activity without a date of the policy. `id` is made with the form, so that a form sent twice adds one. */
export type Extra = {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly contract: string | null
  readonly activity: string
  readonly name: string
  /** Why, or for which area of risk. */
  readonly occasion: string
  readonly arranged: Arranged
}

/** Arranges an activity on an occasion. What the policy asks for stays due as it is. */
export const addExtra = async (extra: Extra): Promise<void> => {
  const { id, authority, service, arranged } = extra
  const there = await db().selectFrom('activity').where('id', '=', id).select('id').executeTakeFirst()
  if (there) return
  await emit(
    {
      kind: 'activity.changed',
      authority,
      subject: { kind: 'activity', id },
      payload: {
        activity: id,
        service,
        version: 1,
        state: 'arranged',
        what: 'arranged on an occasion',
        fields: [],
      },
    },
    async (event) => {
      await db()
        .insertInto('activity')
        .values({
          id,
          authority_id: authority,
          service_id: service,
          contract_id: extra.contract,
          activity: extra.activity,
          name: extra.name,
          version: 1,
          state: 'arranged',
          arranged_for: arranged.on,
          at_time: arranged.time,
          place: arranged.place,
          form: arranged.form,
          person_id: arranged.person,
          by_provider: false,
          announced: arranged.announced,
          counts: false,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute()
      await db()
        .insertInto('activity_record')
        .values({ activity_id: id, authority_id: authority, occasion: extra.occasion })
        .execute()
      await keepVersions([id], event.id)
    },
  )
}
