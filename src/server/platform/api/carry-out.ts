import type { Context } from 'hono'
import { fault } from '../../../core/kit/problems.ts'
import { scopes, scopesHeld } from '../../../core/people/scopes.ts'
import type { Actor } from '../actor.ts'
import { type Ground, unitOfWork } from '../database/unit-of-work.ts'
import { withAccess } from '../http/access.ts'
import { originOf } from '../http/origin.ts'
import { isInPace } from '../http/pace.ts'
import { askingOf } from './asking.ts'
import { type Answered, keyOf, onceOnly, requestDigest } from './once-only.ts'
import { type Operation, writes } from './operation.ts'
import { bodyOf, bodyText, queryOf } from './read-request.ts'
import { secretIn, type Token, tokenOf } from './token.ts'

/** Whether a token may also come as a password: for files, which spreadsheets fetch, and never where something is written. */
export const takesPassword = ({ gives }: Operation): boolean => gives.type !== 'application/json'

/** Returns the token that asks. Default deny: one that works, within its pace, and with the scope of the operation. */
const admitted = async (operation: Operation, context: Context, on: Ground): Promise<Token> => {
  const secret = secretIn(context, takesPassword(operation))
  const found = secret === null ? null : await tokenOf(on, secret)
  if (found === null) {
    // Whoever guesses is counted by where they guess from.
    if (!(await isInPace(on, context, null))) throw fault('api-too-many-calls')
    throw fault(secret === null ? 'api-token-missing' : 'api-token-wrong')
  }
  const { token, calls } = found
  if (calls > on.installation.callsOfToken) throw fault('api-too-many-calls')
  const { scope } = operation
  if (scope !== null && !scopesHeld(token.scopes).includes(scope))
    throw fault('api-scope-missing', { scope, what: scopes[scope].does })
  return token
}

const actorOf = (token: Token, { scope }: Operation, context: Context, on: Ground): Actor => ({
  kind: 'token',
  id: token.id,
  authorities: [token.authority],
  services: 'all',
  actsAs: scope ?? 'token',
  from: originOf(context, on.installation),
})

/** What is kept of a token that reads something sensitive: the last thing that its address names. */
const accessOf = ({ reads, path }: Operation, context: Context) => {
  if (reads === undefined) return null
  const kind = [...path.matchAll(/:(\w+)/g)].at(-1)?.[1]
  const subject =
    kind === undefined ? { kind: 'page', id: context.req.path } : { kind, id: context.req.param(kind) ?? '' }
  return { shows: reads, subject }
}

/** Returns an answer as the schema of the operation says it: what the schema does not name does not leave. */
const said = ({ gives, at }: Operation, result: unknown, address: string): Answered => {
  if (gives.type !== 'application/json') throw new Error('A file answers for itself')
  return {
    status: gives.status,
    location: at === undefined ? null : `${address}/api/v1${at(result)}`,
    body: JSON.stringify(gives.schema.parse(result)),
  }
}

const answerOf = ({ status, location, body }: Answered, again: boolean): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'application/json',
      ...(location === null ? {} : { location }),
      ...(again ? { 'idempotency-replayed': 'true' } : {}),
    },
  })

/** Carries an operation out for the token that asks, in one unit of work. Throws a fault where it does not come about. */
export const carryOut = async (operation: Operation, context: Context, on: Ground): Promise<Response> => {
  const token = await admitted(operation, context, on)
  const url = new URL(context.req.url)
  const query = queryOf(operation, url)
  const isWrite = operation.method !== 'GET'
  const key = isWrite ? keyOf(context.req.header('idempotency-key')) : ''
  const text = await bodyText(operation, context)
  const body = bodyOf(operation, text)
  const asking = askingOf({ token, url, query, body, part: (name) => context.req.param(name) ?? '' })
  const who = actorOf(token, operation, context, on)
  context.set('actsAs', who.actsAs)
  const { address } = on.installation
  const work = async (): Promise<Response> => {
    if (!isWrite) {
      const result = await operation.handle(asking)
      return result instanceof Response ? result : answerOf(said(operation, result, address), false)
    }
    const digest = requestDigest(operation.method, url.pathname + url.search, text)
    const answered = await onceOnly({ token, key, digest }, async () =>
      said(operation, await operation.handle(asking), address),
    )
    return answerOf(answered, answered.again)
  }
  // The answer is sent after the commit: what was told is saved, is saved.
  return withAccess(on, who, accessOf(operation, context), () =>
    unitOfWork(on, who, writes(operation) ? 'write' : 'read', work),
  )
}
