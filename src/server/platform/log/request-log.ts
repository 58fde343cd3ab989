import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { METHOD_NAME_ALL } from 'hono/router'
import type { RequestLine } from './log.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The request's own number, in the answer, the log and the trail. */
    requestNumber: string
    /** The roles that let the person do what they ask; not set where nobody is signed in. */
    actsAs: string | undefined
  }
}

/**
 * Gives each request a number of its own, puts it on the answer, and tells the log. A number that the request brought
 * is not taken: it would let anyone write what they like into the trail.
 */
export const requestLog =
  (tell: (line: RequestLine) => void): MiddlewareHandler =>
  async (context, next) => {
    const began = performance.now()
    const request = randomUUID()
    context.set('requestNumber', request)
    await next()
    context.res.headers.set('x-request-id', request)
    tell({
      request,
      method: context.req.method,
      route: matchedRoutes(context).findLast(({ method }) => method !== METHOD_NAME_ALL)?.path ?? null,
      status: context.res.status,
      milliseconds: Math.round(performance.now() - began),
      actsAs: context.get('actsAs') ?? null,
    })
  }
