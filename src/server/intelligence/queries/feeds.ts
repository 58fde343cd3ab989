import { sql } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A declaration as it stands: what collects a kind, from when, until when, of which services, and who said so. */
export type ShownFeed = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly from: Day
  readonly until: Day | null
  readonly serviceTypes: readonly string[] | null
  /** Names of the services that it is for. */
  readonly services: readonly string[] | null
  readonly at: Instant
  readonly by: string | null
}

const select = sql`select feed.id, feed.name, feed.kind, feed.collected_from as "from", feed.collected_until as until,
    feed.service_types as "serviceTypes", feed.recorded_at as at, person.name as by,
    (select array_agg(service_now.name order by service_now.name) from service_now where service_now.id = any(feed.services))
      as services
  from intelligence_feed as feed
    left join event_now on event_now.id = feed.event_id
    left join person on person.id::text = event_now.actor_id
  where feed.superseded_at is null`

/** Returns every declaration of a council: those that go on first, then those that ended last. */
export const feedsOf = async (authority: string): Promise<readonly ShownFeed[]> => {
  const { rows } = await sql<ShownFeed>`${select} and feed.authority_id = ${authority}
    order by feed.collected_until desc nulls first, feed.kind, feed.collected_from, feed.id`.execute(db())
  return rows
}

/** Returns a declaration. Throws `not-found` where the actor may not see it. */
export const feedById = async (id: string): Promise<ShownFeed> => {
  const { rows } = await sql<ShownFeed>`${select} and feed.id = ${id}`.execute(db())
  const [row] = rows
  if (row === undefined) throw fault('not-found', { what: 'feed', id })
  return row
}
