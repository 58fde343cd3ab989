import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { BlankEnv } from 'hono/types'
import { type Problem, problem } from '../../../core/kit/problems.ts'
import { doesOf } from '../../../core/people/permissions.ts'
import { allows } from '../../../core/people/roles.ts'
import { type Ground, unitOfWork } from '../database/unit-of-work.ts'
import type { Say } from '../jobs/jobs.ts'
import type { RequestLine } from '../log/log.ts'
import { requestLog } from '../log/request-log.ts'
import { accessOf, noteRefused, withAccess } from './access.ts'
import { addressLimit } from './address-limit.ts'
import { askedOf } from './asked.ts'
import { assets } from './assets.ts'
import type { Door } from './door.ts'
import { errorPage } from './error-page.ts'
import { originOf } from './origin.ts'
import { isInPace } from './pace.ts'
import { problemOf } from './problem-of.ts'
import { readiness } from './readiness.ts'
import { readingPace } from './reading-pace.ts'
import type { Action, OpenPage, Page, Route } from './route.ts'
import { securityHeaders } from './security.ts'
import { signedIn } from './session.ts'
import { actorOf, actsAs, nobody, type Signed } from './signed.ts'

/** Returns why a person may not take a route, or null if they may. Default deny. */
export const refusal = (route: Pick<Route, 'permission'>, signed: Signed | null): Problem | null => {
  if (route.permission === 'anyone') return null
  if (!signed) return problem('not-signed-in')
  if (route.permission === 'signed-in' || allows(signed.roles, route.permission)) return null
  return problem('not-allowed', { what: doesOf(route.permission), permission: route.permission })
}

const signInAddress = (url: URL): string =>
  `/sign-in?return-to=${encodeURIComponent(url.pathname + url.search)}`

/** Far more than any form or a day's answers of a visit, far less than what would hurt the server. */
const mostMegabytes = 10

const limited = bodyLimit({
  maxSize: mostMegabytes * 2 ** 20,
  onError: () => errorPage(problem('too-large', { limit: `${mostMegabytes} MB` }), null),
})

const unlimited: MiddlewareHandler = (_context, next) => next()

/** A page only reads, but for one that exports, which writes that it did, and one that says what it writes. */
const writes = (route: Route): boolean =>
  route.method === 'POST' || route.exports !== undefined || route.writes !== undefined

const showsPast = (route: Page | Action): boolean => route.method === 'GET' && route.past === true

/**
 * Returns the web application: every route of the slices, over one unit of work a request, and the doors beside them.
 * `tell` hears of each request.
 */
export const createApp = (
  on: Ground,
  routes: readonly Route[],
  say: Say,
  isStopping: () => boolean = () => false,
  tell: (line: RequestLine) => void = () => {},
  doors: readonly Door[] = [],
): Hono<BlankEnv> => {
  const app = new Hono()
  const asset = assets()
  const inReadingPace = readingPace(on)
  app.use(requestLog(tell))
  app.use(securityHeaders(on.installation))
  for (const { path, open } of doors) app.route(path, open(on, say))
  app.use(addressLimit)
  app.get('/health', (context) => context.text('ok'))
  app.get('/ready', () => readiness(on, isStopping()))
  app.get('/assets/*', (context) => {
    const found = asset(context.req.path.slice('/assets/'.length), context.req.raw)
    return found ?? errorPage(problem('page-not-found'), null)
  })
  // Behind a proxy a request may look like another address than the one that the browser shows.
  const ours = (origin: string, context: Context) =>
    origin === new URL(context.req.url).origin || origin === on.installation.address
  app.use(csrf({ origin: ours }))
  for (const route of routes) {
    // A page reads no body, and to look for one costs as much as all else of a kept answer.
    const limit = route.method === 'GET' || 'takesFiles' in route ? unlimited : limited
    app.on(route.method, route.path, limit, async (context) => {
      if ('answer' in route) return openly(on, route, context, say)
      const signed = await signedIn(context, on)
      if (signed) context.set('actsAs', actsAs(signed, route.permission))
      const asked = askedOf(context, signed)
      const refused = refusal(route, signed)
      if (refused?.code === 'not-signed-in' && route.method === 'GET')
        return context.redirect(signInAddress(asked.url), 303)
      if (route.method === 'GET' && !inReadingPace(context, signed))
        return errorPage(problem('too-many-reads'), signed)
      const from = originOf(context, on.installation)
      const who = signed ? actorOf(signed, route.permission, from) : { ...nobody, from }
      if (refused) {
        if (signed) await noteRefused(on, { ...who, actsAs: signed.roles.join(', ') }, route)
        return errorPage(refused, signed)
      }
      if (asked.query('as-at') !== null && !showsPast(route))
        return errorPage(problem('as-at-not-here', { path: asked.url.pathname }), signed)
      if (writes(route) && !(await isInPace(on, context, signed)))
        return errorPage(problem('too-many-writes'), signed)
      try {
        // The answer is sent after the commit: what a person was told is saved, is saved.
        const kind = writes(route) ? 'write' : 'read'
        const answering = async () => {
          const answered = await unitOfWork(on, who, kind, () => route.handle(asked))
          return answered instanceof Response ? answered : unitOfWork(on, who, kind, await answered.ask())
        }
        return await withAccess(on, who, accessOf(route, asked), answering)
      } catch (error) {
        return errorPage(problemOf(error, context, say), signed)
      }
    })
  }
  app.notFound(async (context) => errorPage(problem('page-not-found'), await signedIn(context, on)))
  app.onError((error, context) => errorPage(problemOf(error, context, say), null))
  return app
}

/** Answers anyone, without asking who it is. */
const openly = async (on: Ground, route: OpenPage, context: Context, say: Say): Promise<Response> => {
  try {
    return await route.answer(on, askedOf(context, null))
  } catch (error) {
    return errorPage(problemOf(error, context, say), null)
  }
}
