import type { Context } from 'hono'
import { ground } from '../platform/database/unit-of-work.ts'
import { sourceOf } from '../platform/http/source.ts'
import type { AttemptKey } from './commands/attempts.ts'
import type { Account } from './queries/account.ts'
import { knownDevice } from './queries/known-device.ts'

/** What an attempt at a password is counted under. Where the browser is known, by itself alone. */
export const passwordKeys = async (
  context: Context,
  email: string,
  account: Account | null,
): Promise<readonly AttemptKey[]> => {
  const of = email.trim().toLowerCase()
  const source = sourceOf(context, ground().installation)
  const device = account === null ? null : await knownDevice(context, account.person.id)
  if (device !== null) return [{ limit: 'device', of: [of, device] }]
  return [
    { limit: 'account-and-source', of: [of, source] },
    { limit: 'source', of: [source] },
    { limit: 'account', of: [of] },
  ]
}

/** What an attempt at a second factor is counted under: the account, or the browser where it is known. */
export const factorKeys = async (context: Context, account: Account): Promise<readonly AttemptKey[]> => {
  const device = await knownDevice(context, account.person.id)
  const { id } = account.person
  return [{ limit: 'factor', of: device === null ? [id] : [id, device] }]
}
