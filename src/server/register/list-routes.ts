import { csvOf } from '../../core/kit/csv.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Band } from '../../core/policy/band.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { exported } from '../platform/http/exported.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyOn } from '../policy/in-force.ts'
import { listRows } from './list-rows.ts'
import { servicesPage } from './pages/services-page.ts'
import { type Listing, listServices, pageRows, type ServiceSearch } from './queries/list-services.ts'
import { searchOf } from './search.ts'

/** Returns what a person asked the list for, with the policy of its day; a filter by a rating tells it as a column does. */
const askedFor = async (asked: Asked, rowsOf: (search: ServiceSearch) => Listing['rows']) => {
  const seesRatings = asked.may('ratings.see')
  const all = searchOf(asked)
  const byRating = all.sort === 'decided' || all.sort === 'proposed'
  const search = seesRatings
    ? all
    : { ...all, proposed: null, decided: null, sort: byRating ? null : all.sort }
  const today = dayOf(now())
  const policy = asked.signed && (await policyOn(asked.signed.authority.id, search.asAt ?? today))
  const bands: readonly Band[] = policy?.rating.bands ?? []
  const found = await listServices(search, today, {
    rows: rowsOf(search),
    bands: bands.map(({ id }) => id),
  })
  return { search, ...found, policy, types: policy?.serviceTypes ?? [], bands: seesRatings ? bands : null }
}

const list = async (asked: Asked): Promise<Response> => {
  const { policy, ...found } = await askedFor(asked, pageRows)
  return framed(asked, {
    title: 'Services',
    content: servicesPage({
      ...found,
      ratingName: policy?.rating.name ?? 'Our rating',
      mayImport: asked.may('register.import'),
      mayExport: asked.may('services.export'),
    }),
  })
}

const download = async (asked: Asked): Promise<Response> => {
  const { services, types, bands } = await askedFor(asked, () => null)
  return exported(asked, {
    what: 'services',
    file: 'services.csv',
    csv: csvOf(listRows(services, { types, bands })),
    rows: services.length,
  })
}

/** The list of services, of now or of a past day, and as a file. */
export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services',
    permission: 'services.see',
    sample: () => '/services',
    past: true,
    handle: list,
  },
  {
    method: 'GET',
    path: '/services/services.csv',
    permission: 'services.export',
    exports: 'services',
    sample: { none: 'a file to download, not a page' },
    past: true,
    handle: download,
  },
]
