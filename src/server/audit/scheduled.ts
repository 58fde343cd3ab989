import { sealEvents } from '../platform/events/seal.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { exportHead } from './head.ts'

/** Seals the trail every minute, and writes its head to a file every night. */
export const scheduled: readonly Scheduled[] = [
  {
    name: 'audit.seal',
    cron: '* * * * *',
    runInUnits: async ({ on, actor }) => void (await sealEvents(on, actor)),
  },
  {
    name: 'audit.export-head',
    cron: '20 2 * * *',
    runInUnits: async ({ on, actor, say }) =>
      say(`Audit: the head of the trail is in ${await exportHead(on, actor)}`),
  },
]
