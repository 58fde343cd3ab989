import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { rememberBands } from './commands/remember-bands.ts'
import { replan } from './commands/replan.ts'
import { servicesUnderContract } from './queries/services-under-contract.ts'

type OfOneService = Event<
  'contract.added' | 'contract.changed' | 'contract.ended' | 'contract.terminated' | 'service.ended'
>

const ofService = async (event: OfOneService): Promise<void> =>
  void (await replan([event.payload.service], 'contract'))

/** Before the commit: nobody ever sees a plan that does not follow from the contract and the decided colour. */
const at = 'same-transaction'

export const reactions: readonly Reaction[] = [
  { name: 'monitoring.remember-bands', on: 'rating.decided', when: at, run: rememberBands },
  {
    name: 'monitoring.plan-after-decision',
    on: 'rating.decided',
    when: at,
    run: async (event) =>
      void (await replan(
        event.payload.services.map(({ id }) => id),
        'decision',
      )),
  },
  { name: 'monitoring.plan-added-contract', on: 'contract.added', when: at, run: ofService },
  { name: 'monitoring.plan-changed-contract', on: 'contract.changed', when: at, run: ofService },
  { name: 'monitoring.plan-ended-contract', on: 'contract.ended', when: at, run: ofService },
  { name: 'monitoring.plan-terminated-contract', on: 'contract.terminated', when: at, run: ofService },
  { name: 'monitoring.plan-ended-service', on: 'service.ended', when: at, run: ofService },
  {
    name: 'monitoring.plan-imported-contracts',
    on: 'contracts.imported',
    when: at,
    run: async (event) => void (await replan(event.payload.services, 'contract')),
  },
]

export const scheduled: readonly Scheduled[] = [
  {
    // A new version of the policy comes into force on its day, contracts end, and a service may change its registration.
    name: 'monitoring.daily',
    cron: '20 0 * * *',
    run: async () => void (await replan(await servicesUnderContract('all'), 'calendar')),
  },
]
