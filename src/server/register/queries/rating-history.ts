import { type RawBuilder, sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import type { KeyQuestion } from '../../../core/register/rating.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A rating of a service's history: of its present registration, or of one before. */
export type PastRating = {
  readonly location_id: string
  /** The name under which it was rated, and the last day of that registration. */
  readonly name: string
  readonly registered_to: Day | null
  readonly overall: string
  readonly published: Day | null
  readonly service: string | null
  readonly inherited: boolean
  readonly key_questions: readonly KeyQuestion[]
}

const knownOn = (asAt: Day | null): RawBuilder<unknown> =>
  asAt === null ? sql`cqc_rating_now` : sql`cqc_rating_known(${endOf(asAt)})`

/**
 * Returns CQC's ratings of a location and of all that were registered before it, newest first: those of today, or as
 * they were known at the end of a past day. What an earlier registration passed on is told once, by the present one.
 */
export const ratingHistory = async (location: string, asAt: Day | null): Promise<PastRating[]> => {
  const { rows } = await sql<PastRating>`with recursive history (id) as (
      select ${location}::text
      union
      select link.predecessor_id from history join cqc_location_link_now link on link.successor_id = history.id
    )
    select rating.location_id, location.name, location.registered_to, rating.overall, rating.published,
      rating.service, rating.inherited, rating.key_questions
    from history join cqc_location_now location on location.id = history.id
      join ${knownOn(asAt)} rating on rating.location_id = history.id
    where history.id = ${location} or (rating.published is not null and not exists (
      select from ${knownOn(asAt)} passed_on
      where passed_on.location_id = ${location} and passed_on.inherited
        and passed_on.published = rating.published and passed_on.service is not distinct from rating.service))
    order by rating.published desc nulls last, rating.service nulls first, rating.location_id, rating.id`.execute(
    db(),
  )
  return rows
}
