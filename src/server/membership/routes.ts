import { dayOf } from '../../core/kit/days.ts'
import type { Html } from '../../ui/html.ts'
import { forProviderSection } from '../monitoring/pages/for-provider.ts'
import { activitiesForProvider } from '../monitoring/queries/for-provider.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { seenBy } from '../platform/http/seen-by.ts'
import { accessRoutes } from './access-routes.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { ourServicesPage } from './pages/our-services-page.ts'
import { rolesPage } from './pages/roles-page.ts'
import { peopleRoutes } from './people-routes.ts'
import { ourServices } from './queries/our-services.ts'

const whatIsDue = async (asked: Asked): Promise<Html> =>
  forProviderSection(
    (await activitiesForProvider()).map((activity) => {
      const { authority, serviceId, service } = activity
      return {
        service: { id: serviceId, name: service },
        shown: seenBy(asked, 'activity', activity, { authority, service: serviceId }),
      }
    }),
    dayOf(now()),
  )

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
      framed(asked, {
        title: 'Our services',
        content: ourServicesPage(await ourServices(), await whatIsDue(asked)),
      }),
  },
  ...peopleRoutes,
  ...handOverRoutes,
  ...accessRoutes,
]
