import type { Reaction } from '../events/reaction.ts'
import { sendMail } from './send-mail.ts'

/** Mail goes out by a job: a mail server that is slow or away holds nobody up, and is tried again. */
export const reactions: readonly Reaction[] = [
  {
    name: 'mail.send',
    on: 'mail.queued',
    when: 'later',
    run: ({ payload }) => sendMail(payload.mail),
  },
]
