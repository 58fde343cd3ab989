import type { Route } from '../platform/http/route.ts'
import { overviewRoutes } from './overview-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** How people decide ratings: sessions, choices, confirmations and their documents. */
export const routes: readonly Route[] = [...overviewRoutes, ...sessionRoutes]
