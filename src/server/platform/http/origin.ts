import type { Context } from 'hono'
import type { Origin } from '../actor.ts'
import type { Installation } from '../installation.ts'
import { sourceOf } from './source.ts'

/**
 * Returns where a request came from: its number, and the network address. What a header claims is taken only from a
 * proxy that the installation trusts.
 */
export const originOf = (context: Context, installation: Installation): Origin => ({
  request: context.get('requestNumber'),
  address: sourceOf(context, installation) || null,
})
