import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { eraseUnconfirmed } from './commands/erase-unconfirmed.ts'
import { judgeFile, takeFile } from './commands/files.ts'
import { tellRaisers } from './commands/tell-raisers.ts'

/** What follows from intelligence for those who raised it. */
export const reactions: readonly Reaction[] = [
  {
    name: 'intelligence.tell-raiser',
    on: 'intelligence.corrected',
    when: 'later',
    run: ({ payload }) => tellRaisers([payload.id]),
  },
  {
    name: 'intelligence.judge-file',
    on: 'intelligence.file-sent',
    when: 'later',
    run: ({ subject }) => judgeFile(subject.id),
  },
  {
    name: 'intelligence.take-file',
    on: 'intelligence.file-accepted',
    when: 'later',
    run: ({ subject }) => takeFile(subject.id),
  },
]

/** What is done by the clock. */
export const scheduled: readonly Scheduled[] = [
  { name: 'intelligence.erase-unconfirmed', cron: '50 3 * * *', run: eraseUnconfirmed },
]
