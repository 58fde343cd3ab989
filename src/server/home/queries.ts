import type { Day, Instant } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** One thing that somebody must do. */
export type WorkItem = {
  readonly id: string
  readonly kind: string
  readonly because: string
  readonly due: Day | null
  readonly link: string
  readonly service: string
  readonly recordedAt: Instant
}

/** How many of a queue are shown: the most urgent ones. The count above says how many there are. */
const shown = 50

/** Returns the open work of a person, most urgent first, and how much there is in all. Unassigned work is everyone's. */
export const openWork = async (person: string): Promise<{ items: WorkItem[]; count: number }> => {
  const mine = db()
    .selectFrom('work_item')
    .innerJoin('service_now', 'service_now.id', 'work_item.service_id')
    .where('done_at', 'is', null)
    .where((where) => where.or([where('person_id', '=', person), where('person_id', 'is', null)]))
  const { count } = await mine
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await mine
    .select([
      'work_item.id',
      'kind',
      'because',
      'due',
      'link',
      'service_now.name as service',
      'work_item.recorded_at as recordedAt',
    ])
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('work_item.recorded_at')
    .limit(shown)
    .execute()
  return { items: rows, count: Number(count) }
}
