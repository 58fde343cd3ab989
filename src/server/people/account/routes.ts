import type { Route } from '../../platform/http/route.ts'
import { emailRoutes } from './email-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { sideRoutes } from './side-routes.ts'

/** Everything that a person does with their own account. */
export const accountRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...passwordRoutes,
  ...emailRoutes,
  ...factorRoutes,
  ...sideRoutes,
]
