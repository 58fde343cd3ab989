import type { Reaction } from '../platform/events/reaction.ts'
import { endAccess, letIn } from './commands/let-in.ts'

/** What follows for providers' and agencies' people when a person is invited or removed. */
export const reactions: readonly Reaction[] = [
  {
    name: 'membership.let-in',
    on: 'person.let-in',
    when: 'same-transaction',
    run: async ({ authority, subject, payload }) => {
      if (authority !== null) await letIn(authority, subject.id, payload.access)
    },
  },
  {
    name: 'membership.end-access',
    on: 'person.removed',
    when: 'same-transaction',
    run: async ({ authority, subject }) => {
      if (authority !== null) await endAccess(authority, subject.id)
    },
  },
]
