import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** What people said of a service in a stretch of time. */
export type Experience = {
  readonly complaints: number
  readonly substantiated: number
  /** Complaints whose outcome is not known yet. */
  readonly open: number
  readonly compliments: number
}

/** Returns how many complaints and compliments of a service happened after one day and up to another, as known then. */
export const experienceOf = async (
  service: string,
  { after, until, asAt }: { readonly after: Day; readonly until: Day; readonly asAt: Day | null },
): Promise<Experience> => {
  const known = asAt === null ? sql`intelligence_now` : sql`intelligence_known(${endOf(asAt)})`
  const { rows } = await sql<Experience>`
    select count(*) filter (where complaint)::int as complaints,
      count(*) filter (where complaint and outcome = 'substantiated')::int as substantiated,
      count(*) filter (where complaint and outcome is null)::int as open,
      count(*) filter (where not complaint)::int as compliments
    from (select kind <> 'compliment' as complaint, outcome from ${known} as known
      where service_id = ${service} and kind in ('complaint-to-provider', 'complaint-to-authority', 'compliment')
        and occurred > ${after} and occurred <= ${until}) said`.execute(db())
  return rows[0] ?? { complaints: 0, substantiated: 0, open: 0, compliments: 0 }
}
