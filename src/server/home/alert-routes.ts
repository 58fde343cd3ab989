import { councilPeople } from '../contracts/queries/people.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { lookingOf } from './looking.ts'
import { alertsPage } from './pages/alerts-page.ts'
import { listAlerts } from './queries/list-alerts.ts'
import { searchOf } from './search.ts'
import { showAlert } from './show-alert.ts'

const list = async (asked: Asked): Promise<Response> => {
  const looking = lookingOf(asked)
  const search = searchOf(asked)
  return framed(asked, {
    title: 'Alerts',
    section: 'Home',
    breadcrumbs: [{ text: 'Home', href: '/' }],
    content: alertsPage({
      search,
      ...(await listAlerts(search, looking)),
      people: await councilPeople(looking.authority),
      seen: looking.whose.seen,
      mayDo: asked.may('work.do'),
      now: looking.now,
    }),
  })
}

/** All alerts, and each by itself. */
export const alertRoutes: readonly Route[] = [
  { method: 'GET', path: '/alerts', permission: 'work.see', sample: () => '/alerts', handle: list },
  {
    method: 'GET',
    path: '/alerts/:alert',
    permission: 'work.see',
    sample: { none: 'alerts are found by rules, so their ids are new each time: a journey opens some' },
    handle: (asked) => showAlert(asked, asked.id('alert'), null),
  },
]
