/** Another system that asks by the API: with a token, by JSON. */
import { randomUUID } from 'node:crypto'
import { day } from '../../src/core/kit/days.ts'
import { allScopes, type Scope } from '../../src/core/people/scopes.ts'
import type { TokenAsked } from '../../src/core/people/token-form.ts'
import { eastmarch } from '../../src/server/demo/eastmarch.ts'
import { type Actor, system } from '../../src/server/platform/actor.ts'
import { makeToken } from '../../src/server/platform/api/tokens.ts'
import type { TestApp } from './app.ts'

const origin = 'http://plumbline.test'

/** What a program sends besides the address. */
export type Sent = {
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: string
}

/** A program with a token. */
export type Program = {
  readonly secret: string
  readonly token: string
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Response>
  readonly get: (path: string) => Promise<Response>
  /** Returns what an address is answered with; fails where it is not answered with 200. */
  readonly read: <Answer>(path: string) => Promise<Answer>
  readonly write: (method: string, path: string, body: unknown, key?: string) => Promise<Response>
}

const send = (
  plumbline: TestApp,
  authorization: string | null,
  method: string,
  path: string,
  { body, key, headers = {}, raw }: Sent,
): Promise<Response> =>
  Promise.resolve(
    plumbline.app.request(`${origin}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        ...(authorization === null ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
    }),
  )

/** Asks with any header, or none. */
export const asking = (
  plumbline: TestApp,
  authorization: string | null,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<Response> => send(plumbline, authorization, method, path, sent)

/** Makes a token as an administrator would, and returns a program that has it. */
export const program = async (
  plumbline: TestApp,
  scopes: readonly Scope[] = allScopes,
  { authority = eastmarch.id, ...more }: Partial<TokenAsked> & { readonly authority?: string } = {},
): Promise<Program> => {
  const token = randomUUID()
  const as: Actor = system('test', [authority])
  const asked: TokenAsked = {
    ...{ name: 'A test', source: 'Test', scopes, kinds: null, until: day('2199-12-31') },
    ...more,
  }
  const secret = await plumbline.work(() => makeToken(token, authority, asked, null), as)
  if (secret === null) throw new Error('The token was there already')
  const asks = (method: string, path: string, sent: Sent = {}) =>
    send(plumbline, `Bearer ${secret}`, method, path, sent)
  return {
    ...{ secret, token },
    send: asks,
    get: (path) => asks('GET', path),
    read: async (path) => {
      const answer = await asks('GET', path)
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
      return JSON.parse(text)
    },
    write: (method, path, body, key = randomUUID()) => asks(method, path, { body, key }),
  }
}
