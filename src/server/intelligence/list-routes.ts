import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { seenBy } from '../platform/http/seen-by.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { itemPage } from './pages/item-page.ts'
import { itemsPage } from './pages/items-page.ts'
import { listsFor } from './policy-lists.ts'
import { countsByKind, type ItemSearch, itemOf, listItems, versionsOf } from './queries/items.ts'
import { raiserOf } from './queries/raisers.ts'

const crumbsOf = (service: { readonly id: string; readonly name: string }) => [
  { text: 'Services', href: '/services' },
  { text: service.name, href: `/services/${service.id}` },
]

const searchOf = (asked: Asked): ItemSearch => {
  const page = Number(asked.query('page') ?? 1)
  return {
    kind: asked.query('kind'),
    open: asked.query('open') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    asAt: asAtOf(asked),
  }
}

const serviceOf = async (asked: Asked) => {
  const found = await serviceById(asked.id('service'))
  const whose = { authority: found.authority_id ?? '', service: asked.id('service') }
  return { whose, ...seenBy(asked, 'service', found, whose), id: whose.service }
}

const list = async (asked: Asked): Promise<Response> => {
  const service = await serviceOf(asked)
  const lists = await listsFor(service.whose.authority)
  const search = searchOf(asked)
  const ending = lists.kinds.filter(({ ends }) => ends).map(({ id }) => id)
  const { items, count } = await listItems(service.id, search, ending)
  return framed(asked, {
    title: 'Intelligence',
    section: service.name ?? '',
    history: { kind: 'service', id: service.id },
    breadcrumbs: crumbsOf({ id: service.id, name: service.name ?? '' }),
    content: itemsPage({
      tabs: serviceTabs(asked, service.id, 'intelligence'),
      service: { id: service.id, name: service.name ?? '' },
      items: items.map((item) => seenBy(asked, 'intelligence', item, service.whose)),
      count,
      counts: await countsByKind(service.id, search.asAt),
      search,
      lists,
      mayRecord: asked.may('intelligence.record'),
    }),
  })
}

const show = async (asked: Asked): Promise<Response> => {
  const service = await serviceOf(asked)
  const item = await itemOf(asked.id('item'), service.id)
  const { raisedBy } = seenBy(asked, 'intelligence', { raisedBy: await raiserOf(item.id) }, service.whose)
  const name = service.name ?? ''
  return framed(asked, {
    title: 'Intelligence',
    section: name,
    width: 'two-thirds',
    breadcrumbs: [
      ...crumbsOf({ id: service.id, name }),
      { text: 'Intelligence', href: `/services/${service.id}/intelligence` },
    ],
    content: itemPage({
      service: { id: service.id, name },
      item: seenBy(asked, 'intelligence', item, service.whose),
      raiser: raisedBy ?? null,
      versions: await versionsOf(item.id),
      lists: await listsFor(service.whose.authority),
      mayCorrect: asked.may('intelligence.correct'),
    }),
  })
}

/** What is known of a service: all of it, and each item with its versions. */
export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/intelligence',
    permission: 'intelligence.see',
    reads: 'intelligence',
    sample: ({ service }) => `/services/${service}/intelligence`,
    past: true,
    handle: list,
  },
  {
    method: 'GET',
    path: '/services/:service/intelligence/:item',
    permission: 'intelligence.see',
    reads: 'intelligence',
    sample: ({ service, item }) => `/services/${service}/intelligence/${item}`,
    handle: show,
  },
]
