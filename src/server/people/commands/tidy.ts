import { plusMilliseconds } from '../../../core/kit/days.ts'
import { forgottenAfter } from '../../../core/people/attempts.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { removeOldCounts } from '../../platform/http/pace.ts'
import { removeEndedSessions } from '../../platform/http/sessions.ts'
import { removeOldMailOfNobody } from '../../platform/mail/dispose.ts'
import { noteClosedAccounts } from './close-accounts.ts'
import { resealAll } from './reseal.ts'

const year = 365 * 24 * 60 * 60 * 1000

/** Removes what is worth nothing any more: sessions, links, half sign-ins, counts, browsers unused for a year. Seals what is not. */
export const tidyAccounts = async (): Promise<void> => {
  await removeEndedSessions()
  await removeOldCounts()
  await resealAll()
  await noteClosedAccounts()
  await removeOldMailOfNobody()
  await inRoom('accounts', async () => {
    await db().deleteFrom('account_link').where('ends_at', '<=', now()).execute()
    await db().deleteFrom('oidc_attempt').where('ends_at', '<=', now()).execute()
    await db().deleteFrom('pending_sign_in').where('ends_at', '<=', now()).execute()
    await db()
      .deleteFrom('sign_in_attempt')
      .where('last_at', '<=', plusMilliseconds(now(), -forgottenAfter * 1000))
      .execute()
    await db()
      .deleteFrom('known_device')
      .where('last_used_at', '<=', plusMilliseconds(now(), -year))
      .execute()
  })
}
