import type { Scheduled } from '../platform/jobs/schedule.ts'
import { forgetOldChanges } from './commands.ts'

/** Keeps the list of changes short, from which the version of the public data follows. */
export const scheduled: readonly Scheduled[] = [
  { name: 'public.forget-changes', cron: '*/10 * * * *', run: forgetOldChanges },
]
