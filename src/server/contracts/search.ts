import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { type ContractSearch, type SortKey, sortColumns } from './queries/list-contracts.ts'

const isSort = (text: string | null): text is SortKey => text !== null && Object.hasOwn(sortColumns, text)
const isWhich = (text: string | null): text is ContractSearch['which'] =>
  text === 'current' || text === 'over' || text === 'all'

/** A whole number of the query of at most seven digits; null where it is none. */
const whole = (text: string | null): number | null =>
  text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null

/** Reads what the list was asked for. */
export const searchOf = (asked: Asked): ContractSearch => {
  const [which, sort] = [asked.query('which'), asked.query('sort')]
  return {
    words: asked.query('q')?.slice(0, 100) ?? null,
    lead: asked.query('lead'),
    endingWithin: whole(asked.query('ending')),
    type: asked.query('type'),
    which: isWhich(which) ? which : 'current',
    sort: isSort(sort) ? sort : 'service',
    down: asked.query('order') === 'down',
    page: Math.max(1, whole(asked.query('page')) ?? 1),
    asAt: asAtOf(asked),
  }
}

/** Returns the address of a list, or of its download: everything that was chosen stands in it. */
export const addressOf = (search: ContractSearch, path = '/contracts'): string => {
  const query = new URLSearchParams({ which: search.which })
  if (search.words !== null) query.set('q', search.words)
  if (search.lead !== null) query.set('lead', search.lead)
  if (search.endingWithin !== null) query.set('ending', String(search.endingWithin))
  if (search.type !== null) query.set('type', search.type)
  if (search.sort !== 'service') query.set('sort', search.sort)
  if (search.down) query.set('order', 'down')
  if (search.asAt !== null) query.set('as-at', search.asAt)
  if (search.page > 1) query.set('page', String(search.page))
  return `${path}?${query}`
}
