import type { Route } from '../platform/http/route.ts'
import { feedRoutes } from './feeds/routes.ts'
import { importRoutes } from './import/routes.ts'
import { itemRoutes } from './item-routes.ts'
import { listRoutes } from './list-routes.ts'
import { raiseRoutes } from './raise/routes.ts'
import { triageRoutes } from './triage/routes.ts'

/** Everything about intelligence. */
export const routes: readonly Route[] = [
  ...itemRoutes,
  ...listRoutes,
  ...raiseRoutes,
  ...triageRoutes,
  ...importRoutes,
  ...feedRoutes,
]
