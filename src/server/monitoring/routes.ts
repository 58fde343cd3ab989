import type { Route } from '../platform/http/route.ts'
import { activityRoutes } from './activity-routes.ts'
import { arrangeRoutes } from './arrange-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { extraRoutes } from './extra-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { holdRoutes } from './hold-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { saysRoutes } from './says-routes.ts'
import { teamRoutes } from './team-routes.ts'

export const routes: readonly Route[] = [
  ...calendarRoutes,
  ...teamRoutes,
  ...planRoutes,
  ...extraRoutes,
  ...activityRoutes,
  ...arrangeRoutes,
  ...holdRoutes,
  ...fileRoutes,
  ...contactRoutes,
  ...saysRoutes,
]
