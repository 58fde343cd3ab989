import type { Route } from '../platform/http/route.ts'
import { alertRoutes } from './alert-routes.ts'
import { deedRoutes } from './deed-routes.ts'
import { showHome } from './home.ts'
import { noticeRoutes } from './notice-routes.ts'

/** The home page, and the alerts that it is made of. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/', permission: 'signed-in', sample: () => '/', handle: showHome },
  ...deedRoutes,
  ...alertRoutes,
  ...noticeRoutes,
]
