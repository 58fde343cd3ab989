import type { Route } from '../platform/http/route.ts'
import { historyRoutes } from './history/routes.ts'
import { searchRoutes } from './search/routes.ts'

export const routes: readonly Route[] = [...searchRoutes, ...historyRoutes]
