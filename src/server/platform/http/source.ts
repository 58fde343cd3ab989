import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Installation } from '../installation.ts'

/** Who holds the other end of the connection; empty where there is none, as in a test. */
const neighbour = (context: Context): string => {
  try {
    return (getConnInfo(context).remote.address ?? '').replace(/^::ffff:/, '')
  } catch {
    return ''
  }
}

const isTrusted = (context: Context, { trustedProxies }: Installation): boolean =>
  trustedProxies.includes(neighbour(context))

const partsOfNetwork = 4

/** Someone with IPv6 has a whole network of addresses: it counts as one. */
const network = (address: string): string =>
  isIPv6(address) ? address.split(':').slice(0, partsOfNetwork).join(':') : address

/**
 * Returns the address that a request came from. A proxy's word is taken only where the installation trusts it; then the
 * last address that no proxy of ours is, since everything before it may be made up.
 */
export const sourceOf = (context: Context, installation: Installation): string => {
  if (!isTrusted(context, installation)) return network(neighbour(context))
  const told = (context.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const last = told.findLast((address) => address !== '' && !installation.trustedProxies.includes(address))
  return network(last ?? neighbour(context))
}

/** Whether the browser speaks https with us: by the setting, by the request, or by the word of a trusted proxy. */
export const isSecure = (context: Context, installation: Installation): boolean =>
  installation.secure ||
  new URL(context.req.url).protocol === 'https:' ||
  (isTrusted(context, installation) && context.req.header('x-forwarded-proto') === 'https')
