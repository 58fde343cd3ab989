import { removeOldAnswers } from '../platform/api/once-only.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'

/** What is done by the clock. */
export const scheduled: readonly Scheduled[] = [
  { name: 'api.tidy', cron: '50 3 * * *', run: removeOldAnswers },
]
