/** Whatever a page writes, the API writes too, or there is a reason why not (X9). */
import { test } from 'node:test'
import { operations } from '../../src/server/api/operations.ts'
import type { Operation } from '../../src/server/platform/api/operation.ts'
import type { Route } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { pagesWithoutApi } from './pages-without-api.ts'
import { badRoute, nameOf, routeFound } from './route-found.ts'
import { type Finding, finds, hold } from './rules.ts'

const isFor = (key: string, name: string): boolean =>
  key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : key === name

const uncovered = (
  all: readonly Route[],
  api: readonly Pick<Operation, 'like'>[],
  reasons: readonly string[],
): Finding[] => {
  const covered = new Set(api.flatMap(({ like = [] }) => like))
  const names = all.map(nameOf)
  return [
    ...all
      .filter(({ method }) => method === 'POST')
      .filter((route) => !covered.has(nameOf(route)))
      .filter((route) => !reasons.some((key) => isFor(key, nameOf(route))))
      .map((route) => routeFound(route, 'is written by a page and by no operation of the API')),
    ...reasons
      .filter((key) => !names.some((name) => isFor(key, name) && !covered.has(name)))
      .map((path) => ({ path, line: 0, what: 'is listed without an API and is none: remove it' })),
    ...[...covered]
      .filter((name) => !names.includes(name))
      .map((path) => ({ path, line: 0, what: 'is named by the API and is no route' })),
  ]
}

test('every form of a page has an operation of the API, or a reason why not', () => {
  hold(
    {
      says: 'Everything that a page does is in the HTTP API.',
      instead:
        'add an operation to the slice’s api.ts with like: ["POST /the/page"], or a reason to test/architecture/pages-without-api.ts.',
    },
    uncovered(routes, operations, Object.keys(pagesWithoutApi)),
  )
  const pages = [badRoute({ method: 'POST', path: '/a' }), badRoute({ method: 'POST', path: '/b' })]
  finds(uncovered(pages, [{ like: ['POST /a', 'POST /c'] }], ['POST /d*']), [
    '0 is written by a page and by no operation of the API',
    '0 is listed without an API and is none: remove it',
    '0 is named by the API and is no route',
  ])
})
