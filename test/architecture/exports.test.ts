/** Data that leaves as a file says so on its route, has a permission of its own, and is an event. */
import { test } from 'node:test'
import { allScopes, scopes } from '../../src/core/people/scopes.ts'
import { operations } from '../../src/server/api/operations.ts'
import type { Operation } from '../../src/server/platform/api/operation.ts'
import type { Route } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { imported } from './imported.ts'
import { badRoute, routeFound } from './route-found.ts'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

const noData: Exceptions = {
  'GET /contracts/import/template.csv': 'the template: headings and an example, no data',
  'GET /register/:authority/services.csv': 'the public register: what anyone may read on its page',
}

const isFile = /\.(?:csv|xlsx|ods)$/

const unsaid = (route: Route): Finding[] => {
  if (route.method !== 'GET') return []
  if (isFile.test(route.path) && route.exports === undefined)
    return [routeFound(route, 'is a file and does not say what it exports')]
  return route.exports !== undefined && !route.permission.endsWith('.export')
    ? [routeFound(route, 'exports without a permission for it')]
    : []
}

test('a route that answers with a file of data says so, and has a permission of its own', () => {
  hold(
    {
      says: 'An export leaves the rules of access behind, so it is allowed by itself and stands in the trail.',
      instead: "set exports: 'what it is' and permission: 'slice.export', and answer by exported(...).",
    },
    except(routes.flatMap(unsaid), noData),
  )
  finds(unsaid(badRoute({ path: '/a.csv' })), ['0 is a file and does not say what it exports'])
  finds(unsaid(badRoute({ exports: 'cats' })), ['0 exports without a permission for it'])
})

const unsaidOfApi = (all: readonly Pick<Operation, 'method' | 'path' | 'scope' | 'gives'>[]): Finding[] =>
  all
    .filter(({ gives, scope }) => gives.type !== 'application/json' && scope?.endsWith(':export') !== true)
    .map((operation) => routeFound(operation, 'is a file without a scope for it'))

test('an operation of the API that answers with a file of data has a scope of its own', () => {
  hold(
    {
      says: 'Who may read one by one may not for that carry all of it away.',
      instead: 'give it a scope that ends in :export, with a permission that ends in .export.',
    },
    [
      ...unsaidOfApi(operations),
      ...allScopes
        .filter((scope) => scope.endsWith(':export') !== scopes[scope].permission.endsWith('.export'))
        .map((what) => ({ path: 'src/core/people/scopes.ts', line: 0, what })),
    ],
  )
  const gives = { type: 'text/csv', columns: [] } as const
  finds(unsaidOfApi([{ method: 'GET', path: '/a', scope: 'services:read', gives }]), [
    '0 is a file without a scope for it',
  ])
})

const csvAnswer = 'src/server/platform/http/csv-answer.ts'

const answersCsv = (source: Source): Finding[] => [
  ...imported(source).filter(({ what }) => what === csvAnswer),
  ...(source.path !== csvAnswer && /text\/csv/.test(source.text)
    ? [{ path: source.path, line: 0, what: 'text/csv' }]
    : []),
]

const mayAnswerCsv: Exceptions = {
  'src/server/platform/http/exported.ts': 'keeps the event first',
  'src/server/platform/api/operation.ts': 'says which types there are',
  'src/server/platform/api/describe.ts': 'describes them',
  'src/server/platform/api/feed.ts': 'answers by exportedFor(), which keeps the event first',
  'src/server/public/answers.ts text/csv': 'the public register: what anyone may read on its page',
  'src/server/contracts/import-routes.ts src/server/platform/http/csv-answer.ts':
    'the template: headings and an example, no data',
}

test('only exported() answers with a file of data', () => {
  hold(
    {
      says: 'Every export is an event with what, filters and number of rows.',
      instead: 'answer by exported(asked, { what, file, csv, rows }).',
    },
    except(sources('src/server/**/*.ts').flatMap(answersCsv), mayAnswerCsv),
  )
  finds(answersCsv({ path: 'src/server/home/routes.ts', text: "new Response(a, { b: 'text/csv' })" }), [
    '0 text/csv',
  ])
})
