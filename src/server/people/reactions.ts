import type { Reaction } from '../platform/events/reaction.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { sendPasswordLink } from './commands/password-link.ts'
import { tidyAccounts } from './commands/tidy.ts'
import { accountOf } from './queries/account.ts'
import { membershipsOf } from './queries/memberships.ts'
import { signsInByProvider } from './queries/oidc.ts'

/** What happens to accounts after an answer was sent. */
export const reactions: readonly Reaction[] = [
  {
    name: 'people.send-password-link',
    on: 'password.link-asked',
    when: 'later',
    run: async ({ subject, payload }) => {
      if (payload.by !== 'person' || subject.id === 'unknown') return
      const account = await accountOf(subject.id)
      // Whom the council's provider lets in no more gets no password that goes round it.
      if (account?.passwordHash === null && (await signsInByProvider(subject.id))) return
      const memberships = await membershipsOf(subject.id)
      if (account && !account.disabled && memberships.length > 0) await sendPasswordLink(account, memberships)
    },
  },
]

/** What is done by the clock. */
export const scheduled: readonly Scheduled[] = [
  { name: 'people.tidy', cron: '40 3 * * *', run: tidyAccounts },
]
