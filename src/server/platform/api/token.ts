import type { Context } from 'hono'
import type { IntelligenceKind } from '../../../core/intelligence/kinds.ts'
import { dayOf, type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../database/room.ts'
import { db, type Ground, now, unitOfWork } from '../database/unit-of-work.ts'
import { digestOfToken } from '../http/cookies.ts'
import { counted } from '../http/pace.ts'
import { nobody } from '../http/signed.ts'

/** A token that was shown and works: for which council, what it may, and how far it is confined. */
export type Token = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly scopes: readonly string[]
  /** The kinds of intelligence that are open to it; null is every kind. */
  readonly kinds: readonly IntelligenceKind[] | null
}

/** Spreadsheets can send a password and no header of their own: the token is the password, and any name goes. */
const passwordIn = (encoded: string): string | null => {
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  return text.includes(':') ? text.slice(text.indexOf(':') + 1) : null
}

/** Returns the secret that came with a request, or null. Never from the address: addresses are kept in logs and books. */
export const secretIn = (context: Context, asPassword: boolean): string | null => {
  const [, scheme = '', given = ''] = /^(\w+) +(\S+)$/.exec(context.req.header('authorization') ?? '') ?? []
  if (scheme.toLowerCase() === 'bearer') return given
  return asPassword && scheme.toLowerCase() === 'basic' ? passwordIn(given) : null
}

const minute = 60_000

/** Notes that a token is in use, at most once a minute: reading need not write each time. */
const noteUse = async (id: string, lastUsed: Instant | null): Promise<void> => {
  if (lastUsed !== null && lastUsed > plusMilliseconds(now(), -minute)) return
  await db().updateTable('api_token').set({ last_used_at: now() }).where('id', '=', id).execute()
}

const find = async (secret: string) =>
  db()
    .selectFrom('api_token')
    .where('token_digest', '=', digestOfToken(secret))
    .where('revoked_at', 'is', null)
    .where('ends_on', '>=', dayOf(now()))
    .select(['id', 'authority_id as authority', 'name', 'scopes', 'kinds', 'last_used_at'])
    .executeTakeFirst()

/**
 * Returns the token of a secret, and how many calls it has made in this minute, this one included; null where there is
 * none that works today. Servers that share a database count together.
 */
export const tokenOf = (
  on: Ground,
  secret: string,
): Promise<{ readonly token: Token; readonly calls: number } | null> =>
  unitOfWork(on, nobody, 'write', () =>
    inRoom('tokens', async () => {
      const found = await find(secret)
      if (!found) return null
      const { last_used_at, kinds, ...token } = found
      await noteUse(token.id, last_used_at)
      return {
        token: { ...token, kinds: kinds as readonly IntelligenceKind[] | null },
        calls: await counted(['token', token.id]),
      }
    }),
  )
