import type { Route } from '../platform/http/route.ts'
import { confirmRoutes } from './confirm-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { endRoutes } from './end-routes.ts'
import { overviewRoutes } from './overview-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** How people decide ratings: sessions, choices, confirmations and their documents. */
export const routes: readonly Route[] = [
  ...overviewRoutes,
  ...sessionRoutes,
  ...endRoutes,
  ...confirmRoutes,
  ...documentRoutes,
]
