import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { ServiceSearch } from './queries/list-services.ts'
import { sortKeys } from './queries/sort-services.ts'

const isWhich = (text: string | null): text is ServiceSearch['which'] =>
  text === 'commissioned' || text === 'area' || text === 'all'

/** Reads what the list was asked for. Searching by words looks among all services unless the address says otherwise. */
export const searchOf = (asked: Asked): ServiceSearch => {
  const which = asked.query('which')
  const page = Number(asked.query('page') ?? 1)
  const words = asked.query('q')?.slice(0, 100) ?? null
  const sort = asked.query('sort')
  return {
    words,
    type: asked.query('type'),
    proposed: asked.query('proposed'),
    decided: asked.query('decided'),
    which: isWhich(which) ? which : 'all',
    suspended: asked.query('suspended') === 'yes',
    asAt: asAtOf(asked),
    sort: sortKeys.find((key) => key === sort) ?? null,
    down: asked.query('order') === 'down',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Returns the address of a list: everything that was chosen stands in it. */
export const addressOf = (search: ServiceSearch, path = '/services'): string => {
  const query = new URLSearchParams()
  if (search.words !== null) query.set('q', search.words)
  query.set('which', search.which)
  if (search.type !== null) query.set('type', search.type)
  if (search.proposed !== null) query.set('proposed', search.proposed)
  if (search.suspended) query.set('suspended', 'yes')
  if (search.asAt !== null) query.set('as-at', search.asAt)
  if (search.decided !== null) query.set('decided', search.decided)
  if (search.sort !== null) query.set('sort', search.sort)
  if (search.sort !== null && search.down) query.set('order', 'down')
  if (search.page > 1) query.set('page', String(search.page))
  return `${path}?${query}`
}
