import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'
import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'

/** What a recorded concern makes somebody do. An immediate one is due on the same day (W2.6, W2.9). */
const workOf = (immediateRisk: boolean) =>
  immediateRisk
    ? { kind: 'immediate-concern', because: 'Someone may be at risk now. Respond today.' }
    : { kind: 'new-concern', because: 'A new care concern. Tell the person who raised it what happens next.' }

const addWork = async (
  event: Event<'intelligence.recorded' | 'concern.raised'>,
  service: string,
  link: string,
): Promise<void> => {
  if (event.authority === null) return
  const { contract_lead_id: lead } = await db()
    .selectFrom('service_now')
    .where('id', '=', service)
    .select(['contract_lead_id'])
    .executeTakeFirstOrThrow()
  const { immediateRisk } = event.payload
  await db()
    .insertInto('work_item')
    .values({
      id: randomUUID(),
      authority_id: event.authority,
      service_id: service,
      ...workOf(immediateRisk),
      due: immediateRisk ? dayOf(event.recordedAt) : null,
      link,
      person_id: lead,
      role: 'contract-lead',
      recorded_at: event.recordedAt,
      event_id: event.id,
    })
    .onConflict((conflict) => conflict.columns(['event_id', 'kind']).doNothing())
    .execute()
}

export const reactions: readonly Reaction[] = [
  {
    name: 'home.add-work',
    on: 'intelligence.recorded',
    when: 'later',
    run: async (event) => {
      const { kind, immediateRisk, concern } = event.payload
      if (kind !== 'care-concern' && !immediateRisk) return
      // One that came without an account is on the list since it was sent.
      if (concern !== undefined && immediateRisk) return
      await addWork(event, event.subject.id, `/services/${event.subject.id}`)
    },
  },
  {
    // At once, whether or not its email is ever confirmed: a risk is never lost (W2.6).
    name: 'home.add-raised-risk',
    on: 'concern.raised',
    when: 'later',
    run: async (event) => {
      const { concern, service, immediateRisk } = event.payload
      if (immediateRisk) await addWork(event, service, `/intelligence/raised/${concern}`)
    },
  },
]
