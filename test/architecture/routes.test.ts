/** Every address says who may, what the trail keeps, and how the accessibility run opens it. */
import { test } from 'node:test'
import { permissions } from '../../src/core/people/permissions.ts'
import type { Route, Samples } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { badRoute, nameOf, routeFound } from './route-found.ts'
import { type Finding, finds, hold } from './rules.ts'

/** A reason is a reason, and not a word to silence a test. */
const isReason = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'none' in given && String(given.none).length >= 8

const open: readonly string[] = ['anyone', 'signed-in']

const unsaid = (route: Route): Finding[] => {
  const { permission, path } = route
  const wrong: string[] = []
  if (!open.includes(permission) && !Object.hasOwn(permissions, permission))
    wrong.push('has no permission of the table')
  if (route.method === 'POST' && typeof route.audit !== 'string' && !isReason(route.audit))
    wrong.push('has no audit name and no reason why not')
  if (route.method === 'GET' && typeof route.sample !== 'function' && !isReason(route.sample))
    wrong.push('has no sample and no reason why not')
  if (!path.startsWith('/') || (path !== '/' && path.endsWith('/')))
    wrong.push('has a path with a slash too many or too few')
  return wrong.map((what) => routeFound(route, what))
}

test('every route has a permission, an audit name if it writes, and a sample if it is a page', () => {
  hold(
    {
      says: 'A route says all that there is to know of an address, on one line of its slice’s table.',
      instead: 'fill in permission, and audit or sample; where there is none: { none: "the reason" }.',
    },
    routes.flatMap(unsaid),
  )
  finds(unsaid(badRoute({ permission: 'cats.see', sample: { none: '' } })), [
    '0 has no permission of the table',
    '0 has no sample and no reason why not',
  ])
  finds(unsaid(badRoute({ method: 'POST', path: 'bad' })), [
    '0 has no audit name and no reason why not',
    '0 has a path with a slash too many or too few',
  ])
})

/** The pattern that Hono makes of a path: a part with a colon takes any text. */
const takes = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replaceAll('*', '.*')
      .replace(/:\w+(?:\{[^}]*\})?/g, '[^/]+')}$`,
  )

/** Routes that an earlier one answers: the same address, or one that its pattern takes. */
const hidden = (all: readonly Route[]): Finding[] =>
  all.flatMap((route, at) => {
    const earlier = all
      .slice(0, at)
      .find(({ method, path }) => method === route.method && takes(path).test(route.path))
    return earlier ? [routeFound(route, `is answered by ${nameOf(earlier)} before`)] : []
  })

test('no route hides another', () => {
  hold(
    { says: 'The first route that fits answers.', instead: 'put the more exact path first.' },
    hidden(routes),
  )
  finds(
    hidden([
      badRoute({ path: '/a/:b' }),
      badRoute({ path: '/a/new' }),
      badRoute({ method: 'POST', path: '/a/c' }),
    ]),
    ['0 is answered by GET /a/:b before'],
  )
})

/** Things of the demonstration: whatever a sample asks for is there. */
const anything = new Proxy({} as Samples, { get: (_, name) => String(name) })

const strays = (route: Route): Finding[] => {
  if (route.method !== 'GET' || typeof route.sample !== 'function') return []
  const address = route.sample(anything)
  return takes(route.path).test(address.split('?')[0] ?? '')
    ? []
    : [routeFound(route, `has the sample ${address}`)]
}

test('a sample opens its own route', () => {
  hold(
    { says: 'The accessibility run opens a page by the sample on its route.', instead: 'mend the sample.' },
    routes.flatMap(strays),
  )
  finds(strays(badRoute({ path: '/a/:b', sample: ({ service }: Samples) => `/c/${service}` })), [
    '0 has the sample /c/service',
  ])
})
