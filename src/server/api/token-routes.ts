import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { blankToken, readToken, type TokenTyped } from '../../core/people/token-form.ts'
import { makeToken, revokeToken, type ShownToken, tokensShown } from '../platform/api/tokens.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { madeTokenPage } from './pages/made-token-page.ts'
import { makeTokenPage } from './pages/make-token-page.ts'
import { tokenPage } from './pages/token-page.ts'
import { tokensPage } from './pages/tokens-page.ts'

const administration = { text: 'Administration', href: '/administration' }
const crumbs = [administration, { text: 'Tokens', href: '/tokens' }]

const list = async (asked: Asked): Promise<Response> =>
  framed(asked, {
    title: 'Tokens of the API',
    breadcrumbs: [administration],
    content: tokensPage(await tokensShown()),
  })

const form = (asked: Asked, id: string, typed: TokenTyped, errors: readonly FieldError[] = []): Response =>
  framed(asked, {
    title: 'Make a token',
    section: 'Tokens',
    width: 'two-thirds',
    errors,
    breadcrumbs: crumbs,
    content: makeTokenPage({ id, typed, errors }),
  })

const make = async (asked: Asked): Promise<Response> => {
  if (asked.signed === null) throw fault('not-signed-in')
  const sent = await asked.form()
  const id = sent.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const typed: TokenTyped = {
    name: sent.one('name'),
    source: sent.one('source'),
    scopes: sent.all('scope'),
    kinds: sent.all('kind'),
    lasts: sent.one('lasts'),
  }
  const read = readToken(typed, dayOf(now()))
  if ('errors' in read) return form(asked, id, typed, read.errors)
  const { authority, person } = asked.signed
  const secret = await makeToken(id, authority.id, read.asked, person.id)
  if (secret === null) throw fault('token-shown')
  return framed(asked, {
    title: 'The token is made',
    section: 'Tokens',
    width: 'two-thirds',
    breadcrumbs: crumbs,
    content: madeTokenPage(id, secret),
  })
}

const tokenAsked = async (asked: Asked): Promise<ShownToken> => {
  const id = asked.id('token')
  const found = (await tokensShown()).find((token) => token.id === id)
  if (found === undefined) throw fault('not-found', { what: 'token', id })
  return found
}

const show = async (asked: Asked): Promise<Response> => {
  const token = await tokenAsked(asked)
  return framed(asked, {
    title: token.name,
    section: 'Tokens',
    width: 'two-thirds',
    history: { kind: 'token', id: token.id },
    breadcrumbs: crumbs,
    content: tokenPage(token),
  })
}

const revoke = async (asked: Asked): Promise<Response> => {
  const id = asked.id('token')
  await revokeToken(id)
  return seeOther(`/tokens/${id}?done=token-revoked`)
}

/** Tokens of the API: made, shown once, listed and revoked. */
export const tokenRoutes: readonly Route[] = [
  { method: 'GET', path: '/tokens', permission: 'tokens.manage', sample: () => '/tokens', handle: list },
  {
    method: 'GET',
    path: '/tokens/new',
    permission: 'tokens.manage',
    sample: () => '/tokens/new',
    handle: async (asked) => form(asked, randomUUID(), blankToken),
  },
  {
    method: 'POST',
    path: '/tokens/new',
    permission: 'tokens.manage',
    audit: 'token.made',
    handle: make,
  },
  {
    method: 'GET',
    path: '/tokens/:token',
    permission: 'tokens.manage',
    sample: {
      none: 'the demonstration has no token; the test of tokens opens the page of one that it makes',
    },
    handle: show,
  },
  {
    method: 'POST',
    path: '/tokens/:token/revoke',
    permission: 'tokens.manage',
    audit: 'token.revoked',
    handle: revoke,
  },
]
