import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Problem, problem } from '../../../core/kit/problems.ts'
import type { Ground } from '../database/unit-of-work.ts'
import type { Door } from '../http/door.ts'
import { problemOf } from '../http/problem-of.ts'
import { carryOut, takesPassword } from './carry-out.ts'
import { describe } from './describe.ts'
import type { Operation } from './operation.ts'
import { problemAnswer } from './problem-answer.ts'
import { fieldsOf } from './wrong-fields.ts'

/** Where the API stands. Another version will stand beside it; this one keeps its promises. */
export const apiPath = '/api/v1'

const mostMegabytes = 1

/** The methods of each path: HEAD goes wherever GET goes. */
const methodsOf = (operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(operations, ({ path }) => path)].map(([path, those]) => [
      path,
      [...new Set(those.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))), 'OPTIONS'],
    ]),
  )

/**
 * Returns the door for programs: every operation of the slices beneath /api/v1. Tokens alone open it: a cookie does not,
 * so no other website can make a browser use it; and no header invites other websites' scripts (CORS).
 */
export const apiDoor = (operations: readonly Operation[]): Door => ({
  path: apiPath,
  open: (on: Ground, say) => {
    const api = new Hono()
    const { address } = on.installation
    const told = (context: Context, found: Problem, more = {}): Response =>
      problemAnswer(found, { address, request: context.get('requestNumber'), ...more })
    const description = JSON.stringify(describe(operations, address))
    const limited = bodyLimit({
      maxSize: mostMegabytes * 2 ** 20,
      onError: (context) => told(context, problem('too-large', { limit: `${mostMegabytes} MB` })),
    })
    // What the API can do is no secret, and programs read it before they have a token. It holds no data.
    api.get(
      '/openapi.json',
      () => new Response(description, { headers: { 'content-type': 'application/json' } }),
    )
    for (const operation of operations)
      api.on(operation.method, operation.path, limited, async (context) => {
        try {
          return await carryOut(operation, context, on)
        } catch (error) {
          const more = { fields: fieldsOf(error), asPassword: takesPassword(operation) }
          return told(context, problemOf(error, context, say), more)
        }
      })
    for (const [path, methods] of methodsOf(operations))
      api.all(path, (context) => {
        const allow = { allow: methods.join(', ') }
        if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: allow })
        const { method } = context.req
        return told(context, problem('api-method', { method, allowed: allow.allow }), { headers: allow })
      })
    api.all('*', (context) => told(context, problem('api-no-operation')))
    api.onError((error, context) => told(context, problemOf(error, context, say)))
    return api
  },
})
