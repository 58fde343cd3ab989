/** How a rule about routes speaks: a route is known by its method and path. */
import type { Route } from '../../src/server/platform/http/route.ts'
import type { Finding } from './rules.ts'

/** Returns what a route is called in a finding: `POST /sign-in`. */
export const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path}`

/** A route stands in a table and not on a line that is known here: its address says where to look. */
export const routeFound = (
  route: { readonly method: string; readonly path: string },
  what: string,
): Finding => ({
  path: nameOf(route),
  line: 0,
  what,
})

/** Returns a route that is right but for some parts. */
export const badRoute = (parts: object): Route =>
  ({
    method: 'GET',
    path: '/bad',
    permission: 'anyone',
    sample: () => '/bad',
    handle: fetch,
    ...parts,
  }) as unknown as Route
