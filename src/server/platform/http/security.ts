import type { MiddlewareHandler } from 'hono'
import { contentSecurityPolicy } from '../../../ui/content-security-policy.ts'
import type { Installation } from '../installation.ts'

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  // Nothing here is for a search engine: links to visits and invitations stand in mail.
  'x-robots-tag': 'noindex, nofollow',
}

const twoYears = 2 * 365 * 24 * 60 * 60

/** Over plain HTTP browsers pass it over; where people reach us by https, they never ask without it again. */
const httpsOnly = { 'strict-transport-security': `max-age=${twoYears}; includeSubDomains` }

/** Sets the security headers on every answer, and keeps pages of signed-in people out of every cache. */
export const securityHeaders = ({ secure }: Installation): MiddlewareHandler => {
  const all = Object.entries(secure ? { ...headers, ...httpsOnly } : headers)
  return async (context, next) => {
    await next()
    // What is for everyone may be found by a search engine, and says so itself.
    const found = context.res.headers.get('x-robots-tag')
    for (const [name, value] of all) context.res.headers.set(name, value)
    if (found !== null) context.res.headers.set('x-robots-tag', found)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  }
}
