import { dayOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Source } from '../source.ts'

/** Visits, on the day for which they stand. */
export const visits: Source = {
  name: 'visits',
  permission: 'visits.see',
  happened: async ({ service, through, asAt, limit }) => {
    const rows = await db()
      .selectFrom('visit_now')
      .where('service_id', '=', service.id)
      .where('held_on', '<=', through)
      .select(['id', 'title', 'held_on', 'recorded_at'])
      .orderBy('held_on', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows
      .filter(({ recorded_at }) => asAt === null || dayOf(recorded_at) <= asAt)
      .map(({ id, title, held_on }) => ({
        day: held_on,
        title: `Visit: ${title}`,
        text: null,
        href: `/visits/${id}`,
      }))
  },
}
