import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { followContracts } from './commands/follow-contracts.ts'
import { addNamedServices } from './commands/keep-services.ts'
import { syncRegister } from './commands/sync-register.ts'
import { giveImportUp, takeSentFiles } from './commands/take-sent-files.ts'
import { ownClient } from './cqc-api/own-client.ts'
import { readCqcSettings } from './cqc-api/settings.ts'

type OfOneContract = Event<
  'contract.added' | 'contract.changed' | 'contract.lead-named' | 'contract.ended' | 'contract.terminated'
>

const follow = async (event: OfOneContract): Promise<void> =>
  void (await followContracts([event.payload.service]))

/** Before the commit: a service never shows another type, size or lead than its contract. */
const at = 'same-transaction'

export const reactions: readonly Reaction[] = [
  {
    name: 'register.take-sent-files',
    on: 'register.file-sent',
    when: 'later',
    run: (event) => takeSentFiles(event.subject.id),
    givenUp: (event) => giveImportUp(event.subject.id),
  },
  {
    name: 'register.add-service-of-contract',
    on: 'contract.added',
    when: at,
    run: async (event) => {
      const { newService } = event.payload
      if (newService !== null && event.authority !== null)
        await addNamedServices(event.authority, [newService])
      await follow(event)
    },
  },
  { name: 'register.follow-changed-contract', on: 'contract.changed', when: at, run: follow },
  { name: 'register.follow-named-lead', on: 'contract.lead-named', when: at, run: follow },
  { name: 'register.follow-ended-contract', on: 'contract.ended', when: at, run: follow },
  { name: 'register.follow-terminated-contract', on: 'contract.terminated', when: at, run: follow },
  {
    name: 'register.follow-imported-contracts',
    on: 'contracts.imported',
    when: at,
    run: async (event) => {
      if (event.authority !== null) await addNamedServices(event.authority, event.payload.newServices)
      await followContracts(event.payload.services)
    },
  },
  {
    name: 'register.follow-named-officer',
    on: 'officer.named',
    when: at,
    run: async () => void (await followContracts('all')),
  },
  {
    name: 'register.follow-changed-provider',
    on: 'provider.changed',
    when: at,
    run: async () => void (await followContracts('all')),
  },
]

export const scheduled: readonly Scheduled[] = [
  {
    // At night, when CQC's API and the council's people are at rest. Without a key nothing is fetched.
    name: 'register.sync',
    cron: '40 3 * * *',
    runInUnits: async ({ on, actor, say }) => {
      const settings = readCqcSettings(process.env)
      if (settings !== null) await syncRegister(on, actor, ownClient(settings, say))
    },
  },
  {
    // Contracts start and stop with the calendar, just before the ratings of the day are made.
    name: 'register.follow-contracts-daily',
    cron: '5 0 * * *',
    run: async () => void (await followContracts('all')),
  },
]
