/** Tokens of the API: to make them, to list them, and to revoke them. */
import { type Day, dayOf, type Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { TokenAsked } from '../../../core/people/token-form.ts'
import { db, now } from '../database/unit-of-work.ts'
import { emit } from '../events/emit.ts'
import { digestOfToken, newToken } from '../http/cookies.ts'

/** Every secret begins so: whoever finds one in a file knows what it opens, and programs look for it. */
export const secretBegins = 'plumbline_'

/**
 * Makes a token, in the unit of work that it is called in. Returns its secret, which is shown once and kept nowhere; or
 * null where it was made before: the form was sent twice.
 */
export const makeToken = async (
  id: string,
  authority: string,
  asked: TokenAsked,
  by: string | null,
): Promise<string | null> => {
  const before = await db().selectFrom('api_token').where('id', '=', id).select('id').executeTakeFirst()
  if (before) return null
  const secret = `${secretBegins}${newToken()}`
  const { name, source, scopes, kinds, until } = asked
  await emit(
    {
      kind: 'token.made',
      authority,
      subject: { kind: 'token', id },
      payload: { token: id, source, scopes, kinds, until },
    },
    (event) =>
      db()
        .insertInto('api_token')
        .values({
          ...{ id, authority_id: authority, name, source, made_by: by },
          token_digest: digestOfToken(secret),
          scopes: [...scopes],
          kinds: kinds === null ? null : [...kinds],
          ends_on: until,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
  return secret
}

/** Revokes a token: it opens nothing from now on. Done twice is done. Throws `not-found` where the actor may not see it. */
export const revokeToken = async (id: string): Promise<void> => {
  const token = await db()
    .selectFrom('api_token')
    .where('id', '=', id)
    .select(['authority_id', 'revoked_at'])
    .forUpdate()
    .executeTakeFirst()
  if (!token) throw fault('not-found', { what: 'token', id })
  if (token.revoked_at !== null) return
  await emit(
    {
      kind: 'token.revoked',
      authority: token.authority_id,
      subject: { kind: 'token', id },
      payload: { token: id },
    },
    () => db().updateTable('api_token').set({ revoked_at: now() }).where('id', '=', id).execute(),
  )
}

/** A token as its page shows it: all but the secret, which nobody knows any more. */
export type ShownToken = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly source: string
  readonly scopes: readonly string[]
  readonly kinds: readonly string[] | null
  readonly until: Day
  readonly by: string | null
  readonly madeAt: Instant
  readonly lastUsed: Instant | null
  readonly state: 'works' | 'ended' | 'revoked'
}

/** Returns the tokens of the councils that the actor acts for: those that work first, and the newest of them first. */
export const tokensShown = async (): Promise<readonly ShownToken[]> => {
  const today = dayOf(now())
  const rows = await db()
    .selectFrom('api_token_now as token')
    .leftJoin('person', 'person.id', 'token.made_by')
    .selectAll('token')
    .select('person.name as by')
    .orderBy('token.recorded_at', 'desc')
    .execute()
  const shown = rows.map(
    (row): ShownToken => ({
      id: row.id ?? '',
      authority: row.authority_id ?? '',
      name: row.name ?? '',
      source: row.source ?? '',
      scopes: row.scopes ?? [],
      kinds: row.kinds,
      until: row.ends_on as Day,
      by: row.by,
      madeAt: row.recorded_at as Instant,
      lastUsed: row.last_used_at,
      state: row.revoked_at !== null ? 'revoked' : (row.ends_on ?? '') < today ? 'ended' : 'works',
    }),
  )
  const last = (token: ShownToken): number => Number(token.state !== 'works')
  return shown.toSorted((one, other) => last(one) - last(other))
}
