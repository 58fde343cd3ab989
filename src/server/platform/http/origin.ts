import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Origin } from '../actor.ts'

/**
 * Returns where a request came from: a number of its own, and the network address of the connection. Behind a proxy
 * that is the proxy's. What a header claims is not taken: anyone can write it.
 */
export const originOf = (context: Context): Origin => ({
  request: randomUUID(),
  // In a test there is no connection.
  address: context.env?.incoming === undefined ? null : (getConnInfo(context).remote.address ?? null),
})
