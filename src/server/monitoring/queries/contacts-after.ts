import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import type { ContactKind } from '../../../core/monitoring/contact-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A contact as another system reads it. */
export type ContactInList = {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly kind: ContactKind
  readonly on: Day
  readonly person: string
  readonly withWhom: string | null
  readonly note: string | null
  readonly followUp: Day | null
  readonly followedUpOn: Day | null
}

/** What contacts are filtered by; null filters nothing. */
export type ContactFilter = { readonly service: string | null; readonly id: string | null }

/** Returns contacts, the latest first, from a place on. */
export const contactsAfter = async (
  { service, id }: ContactFilter,
  place: readonly [on: string, id: string] | null,
  limit: number,
): Promise<readonly ContactInList[]> => {
  const conditions = [
    service !== null && sql`service_id = ${service}`,
    id !== null && sql`id = ${id}`,
    place !== null && sql`(on_day, id) < (${place[0]}::date, ${place[1]}::uuid)`,
  ].filter((condition) => condition !== false)
  const { rows } = await sql<ContactInList>`
    select id, authority_id as authority, service_id as service, kind, on_day as on, person_id as person,
      with_whom as "withWhom", note, follow_up as "followUp", followed_up_on as "followedUpOn"
    from contact_now
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by on_day desc, id desc limit ${limit}`.execute(db())
  return rows
}
