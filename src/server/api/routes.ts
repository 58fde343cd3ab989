import { catalogue, fault } from '../../core/kit/problems.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { operations } from './operations.ts'
import { operationsPage } from './pages/operations-page.ts'
import { problemPage } from './pages/problem-page.ts'
import { tokenRoutes } from './token-routes.ts'

const show = async (asked: Asked): Promise<Response> =>
  framed(asked, {
    title: 'What the API can do',
    content: operationsPage(operations),
  })

const isCode = (text: string): text is keyof typeof catalogue => Object.hasOwn(catalogue, text)

const explain = async (asked: Asked): Promise<Response> => {
  const code = asked.part('problem')
  if (!isCode(code)) throw fault('page-not-found')
  return framed(asked, {
    title: 'A problem of the API',
    width: 'two-thirds',
    breadcrumbs: [{ text: 'What the API can do', href: '/api' }],
    content: problemPage(code, catalogue[code]),
  })
}

/** Pages about the API: anyone may read them, as anyone may read its description. They hold no data. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/api', permission: 'anyone', sample: () => '/api', handle: show },
  {
    method: 'GET',
    path: '/api/problems/:problem',
    permission: 'anyone',
    sample: () => '/api/problems/idempotency-key-missing',
    handle: explain,
  },
  ...tokenRoutes,
]
