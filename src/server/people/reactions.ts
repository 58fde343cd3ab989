import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { lacksOf } from './commands/enter.ts'
import { sendPasswordLink } from './commands/password-link.ts'
import { tidyAccounts } from './commands/tidy.ts'
import { placesOf } from './places.ts'
import { accountOf } from './queries/account.ts'
import { membershipsOf } from './queries/memberships.ts'

/** What happens to accounts after an answer was sent. */
export const reactions: readonly Reaction[] = [
  {
    name: 'people.send-password-link',
    on: 'password.link-asked',
    when: 'later',
    run: async ({ subject, payload }) => {
      if (payload.by !== 'person' || subject.id === 'unknown') return
      const account = await accountOf(subject.id)
      const memberships = await membershipsOf(subject.id)
      const password = { method: 'password', strength: 'two-factors', provedFor: null } as const
      const lack = await lacksOf({ person: subject.id, ...password })
      // Where a council's own sign-in is all that opens anything, a password would open nothing.
      const opens = placesOf(memberships).some((place) => lack(place) === null)
      if (account && !account.disabled && opens) await sendPasswordLink(account, memberships)
    },
  },
]

/** What is done by the clock. */
export const scheduled: readonly Scheduled[] = [
  { name: 'people.tidy', cron: '40 3 * * *', run: tidyAccounts },
]
