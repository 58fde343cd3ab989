import type { Route } from '../platform/http/route.ts'
import { accountRoutes } from './account/routes.ts'
import { linkRoutes } from './links/routes.ts'
import { manageRoutes } from './manage/routes.ts'
import { oidcRoutes } from './sign-in/oidc/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { secondStepRoutes } from './sign-in/second-step-routes.ts'

/** Who people are, and what they may do. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...secondStepRoutes,
  ...oidcRoutes,
  ...linkRoutes,
  ...accountRoutes,
  ...manageRoutes,
]
