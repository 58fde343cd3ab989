import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'
import type { Reaction } from '../platform/events/reaction.ts'

/** What a recorded concern makes somebody do. An immediate one is due on the same day (W2.6, W2.9). */
const workOf = (immediateRisk: boolean) =>
  immediateRisk
    ? { kind: 'immediate-concern', because: 'Someone may be at risk now. Respond today.' }
    : { kind: 'new-concern', because: 'A new care concern. Tell the person who raised it what happens next.' }

export const reactions: readonly Reaction[] = [
  {
    name: 'home.add-work',
    on: 'intelligence.recorded',
    when: 'later',
    run: async (event) => {
      if (event.payload.kind !== 'care-concern' || event.authority === null) return
      const service = await db()
        .selectFrom('service_now')
        .where('id', '=', event.subject.id)
        .select(['contract_lead_id'])
        .executeTakeFirstOrThrow()
      await db()
        .insertInto('work_item')
        .values({
          id: randomUUID(),
          authority_id: event.authority,
          service_id: event.subject.id,
          ...workOf(event.payload.immediateRisk),
          due: event.payload.immediateRisk ? dayOf(event.recordedAt) : null,
          link: `/services/${event.subject.id}`,
          person_id: service.contract_lead_id,
          role: 'contract-lead',
          recorded_at: event.recordedAt,
          event_id: event.id,
        })
        .onConflict((conflict) => conflict.columns(['event_id', 'kind']).doNothing())
        .execute()
    },
  },
]
