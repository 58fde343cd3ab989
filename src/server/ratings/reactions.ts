import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { policyToday } from '../policy/in-force.ts'
import { reRate } from './commands.ts'
import { allServices, servicesOfLocations } from './queries.ts'

type ContractEvent = 'contract.added' | 'contract.changed' | 'contract.ended' | 'contract.terminated'

/** A policy may read the value of the contracts in force. Where it does not, a contract changes no rating by itself. */
const reRateByValue = async (authority: string | null, services: readonly string[]): Promise<void> => {
  const policy = authority === null ? null : await policyToday(authority)
  if (policy?.rating.criteria.some((criterion) => 'takenFrom' in criterion)) await reRate(services)
}

const withContract = (event: Event<ContractEvent>): Promise<void> =>
  reRateByValue(event.authority, [event.payload.service])

const at = 'same-transaction'

export const reactions: readonly Reaction[] = [
  {
    // Before the commit: nobody ever sees a concern whose weight is not yet in the rating.
    name: 'ratings.re-rate-with-intelligence',
    on: 'intelligence.recorded',
    when: 'same-transaction',
    run: async (event) => void (await reRate([event.subject.id])),
  },
  {
    name: 'ratings.re-rate-with-stated-facts',
    on: 'facts.stated',
    when: 'same-transaction',
    run: async (event) => void (await reRate([event.subject.id])),
  },
  { name: 'ratings.re-rate-with-added-contract', on: 'contract.added', when: at, run: withContract },
  { name: 'ratings.re-rate-with-changed-contract', on: 'contract.changed', when: at, run: withContract },
  { name: 'ratings.re-rate-with-ended-contract', on: 'contract.ended', when: at, run: withContract },
  {
    name: 'ratings.re-rate-with-terminated-contract',
    on: 'contract.terminated',
    when: at,
    run: withContract,
  },
  {
    name: 'ratings.re-rate-with-imported-contracts',
    on: 'contracts.imported',
    when: 'same-transaction',
    run: (event) => reRateByValue(event.authority, event.payload.services),
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
    // Of every service of the council: too many for the form's answer to wait.
    name: 'ratings.re-rate-with-declared-feed',
    on: 'feed.declared',
    when: 'later',
    run: async () => void (await reRate(await allServices())),
  },
  {
    name: 'ratings.re-rate-with-ended-feed',
    on: 'feed.ended',
    when: 'later',
    run: async () => void (await reRate(await allServices())),
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
