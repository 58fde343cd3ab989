import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { accessRoutes } from './access-routes.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { ourServicesPage } from './pages/our-services-page.ts'
import { rolesPage } from './pages/roles-page.ts'
import { peopleRoutes } from './people-routes.ts'
import { ourServices } from './queries/our-services.ts'

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/roles',
    permission: 'roles.see',
    sample: () => '/roles',
    handle: async (asked) =>
      framed(asked, { title: 'Roles: who may do what', width: 'two-thirds', content: rolesPage() }),
  },
  {
    method: 'GET',
    path: '/our-services',
    permission: 'own-services.see',
    sample: () => '/our-services',
    handle: async (asked) =>
      framed(asked, { title: 'Our services', content: ourServicesPage(await ourServices()) }),
  },
  ...peopleRoutes,
  ...handOverRoutes,
  ...accessRoutes,
]
