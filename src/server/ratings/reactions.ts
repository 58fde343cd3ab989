import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { reRate } from './commands.ts'
import { allServices, servicesOfLocations } from './queries.ts'

export const reactions: readonly Reaction[] = [
  {
    // Before the commit: nobody ever sees a concern whose weight is not yet in the rating.
    name: 'ratings.re-rate-with-intelligence',
    on: 'intelligence.recorded',
    when: 'same-transaction',
    run: async (event) => void (await reRate([event.subject.id])),
  },
  {
    name: 'ratings.re-rate-with-correction',
    on: 'intelligence.corrected',
    when: 'same-transaction',
    run: async (event) => void (await reRate([event.subject.id])),
  },
  {
    name: 'ratings.re-rate-with-imported-intelligence',
    on: 'intelligence.imported',
    when: 'same-transaction',
    run: async (event) => void (await reRate(event.payload.services)),
  },
  {
    name: 'ratings.rate-added-services',
    on: 'service.added',
    when: 'same-transaction',
    run: async (event) => void (await reRate(event.payload.services)),
  },
  {
    name: 'ratings.re-rate-with-service',
    on: 'service.changed',
    when: 'same-transaction',
    run: async (event) => void (await reRate(event.payload.services.map(({ id }) => id))),
  },
  {
    name: 'ratings.re-rate-after-import',
    on: 'register.imported',
    when: 'later',
    run: async (event) => void (await reRate(await servicesOfLocations(event.payload.locations))),
  },
]

export const scheduled: readonly Scheduled[] = [
  {
    // Windows move with the calendar: what counted yesterday may have left its window today.
    name: 'ratings.daily',
    cron: '10 0 * * *',
    run: async () => void (await reRate(await allServices())),
  },
]
