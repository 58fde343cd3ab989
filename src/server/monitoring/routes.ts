import type { Route } from '../platform/http/route.ts'
import { planRoutes } from './plan-routes.ts'

export const routes: readonly Route[] = [...planRoutes]
