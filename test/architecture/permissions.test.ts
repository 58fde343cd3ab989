/** Who may: nobody writes by being there, and every permission of the table means something. */
import { test } from 'node:test'
import { type Permission, permissions } from '../../src/core/people/permissions.ts'
import { allows, type Role, roles } from '../../src/core/people/roles.ts'
import { scopes } from '../../src/core/people/scopes.ts'
import { operations } from '../../src/server/api/operations.ts'
import type { Route } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { withoutComments } from './code.ts'
import { badRoute, routeFound } from './route-found.ts'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'
import { sources } from './sources.ts'

const anonymousWrites: Exceptions = {
  'POST /sign-in': 'whoever signs in is not signed in yet',
  'POST /sign-in/password': 'whoever signs in is not signed in yet',
  'POST /sign-in/code': 'after the password, before being signed in: a cookie of its own says so',
  'POST /sign-in/second-factor': 'after the password, before being signed in: a cookie of its own says so',
  'POST /forgotten-password': 'whoever forgot a password cannot sign in; it only ever sends a mail',
  'POST /invitation/:token': 'the link is the secret, and works once',
  'POST /new-password/:token': 'the link is the secret, and works once',
  'POST /confirm-email/:token': 'the link is the secret, and works once',
  'POST /raise-a-concern': 'people without an account: it keeps a draft under a secret of their browser',
  'POST /raise-a-concern/what': 'the same draft',
  'POST /raise-a-concern/saw': 'the same draft',
  'POST /raise-a-concern/you': 'the same draft',
  'POST /raise-a-concern/check': 'it sends the draft, so many from one source: no intelligence before a code',
  'POST /raise-a-concern/code': 'the code is the secret, and has few tries',
  'POST /raise-a-concern/code/again': 'a new code, so many to one address',
  'POST /sign-out': 'a session that has ended must not refuse to end',
}

const anonymous = (all: readonly Route[]): Finding[] =>
  all
    .filter(({ method, permission }) => method === 'POST' && permission === 'anyone')
    .map((route) => routeFound(route, 'may be sent by anyone'))

test('nobody writes who is not signed in', () => {
  hold(
    {
      says: 'A form is answered for people with a permission.',
      instead: 'name the permission on the route.',
    },
    except(anonymous(routes), anonymousWrites),
  )
  finds(anonymous([badRoute({ method: 'POST' }), badRoute({})]), ['0 may be sent by anyone'])
})

const own = 'a person’s own account: whoever is signed in has one, whatever their role'
const ownAccount: Exceptions = {
  'POST /account/password': own,
  'POST /account/email': own,
  'POST /account/second-factor': own,
  'POST /account/second-factor/confirm': own,
  'POST /account/second-factor/remove': own,
  'POST /account/recovery-codes': own,
  'POST /account/sessions/:session/end': own,
  'POST /account/sessions/end-all': own,
}

test('being signed in is not enough to write', () => {
  const anyRole = routes
    .filter(({ method, permission }) => method === 'POST' && permission === 'signed-in')
    .map((route) => routeFound(route, 'may be sent with any role'))
  hold(
    {
      says: 'What a role may write stands in the table of roles.',
      instead: 'name the permission on the route.',
    },
    except(anyRole, ownAccount),
  )
})

const asked = /\b(?:may|allows)\(([^)]*)\)/g

/** Permissions that no route and no operation of the API names, and no page asks for. */
const idle = (all: readonly Route[], code: string): Finding[] => {
  const ofApi = operations.flatMap(({ scope }) => (scope === null ? [] : [scopes[scope].permission]))
  const named = new Set<string>([...all.map(({ permission }) => permission), ...ofApi])
  for (const [, words] of code.matchAll(asked))
    for (const [, name] of (words ?? '').matchAll(/'([^']+)'/g)) named.add(name ?? '')
  return Object.keys(permissions)
    .filter((permission) => !named.has(permission))
    .map((permission) => ({ path: 'src/core/people/permissions.ts', line: 0, what: permission }))
}

test('every permission is used, and some role holds it', () => {
  const code = sources('src/**/*.ts')
    .map(({ text }) => withoutComments(text))
    .join('\n')
  hold(
    {
      says: 'A permission is asked for by a route or a page.',
      instead: 'remove it from permissions.ts, or use it.',
    },
    idle(routes, code),
  )
  finds(
    idle(
      routes.filter(({ permission }) => permission !== 'tokens.manage'),
      '',
    ),
    ['0 tokens.manage'],
  )
  const all = Object.keys(roles) as Role[]
  const unheld = (Object.keys(permissions) as Permission[]).filter((permission) => !allows(all, permission))
  hold(
    { says: 'A permission that no role holds denies everyone.', instead: 'give it to a role in roles.ts.' },
    unheld.map((what) => ({ path: 'src/core/people/roles.ts', line: 0, what })),
  )
})
