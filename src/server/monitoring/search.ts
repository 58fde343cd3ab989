import type { Day } from '../../core/kit/days.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { isId } from '../platform/http/asked.ts'

/** What of the plan to show: to be done, overdue, or what was held. */
export type Which = 'open' | 'overdue' | 'held'

/** What a person asked the plan of the team for; all of it stands in the address. */
export type PlanSearch = {
  readonly words: string | null
  /** Who leads the contract. */
  readonly lead: string | null
  /** Who carries it out; `none` where nobody is named. */
  readonly person: string | null
  readonly activity: string | null
  /** As YYYY-MM: of the arranged day, else of the due date. */
  readonly month: string | null
  readonly which: Which
  readonly page: number
  /** A past day, for what was known at its end; null for now. */
  readonly asAt: Day | null
}

const isWhich = (text: string | null): text is Which =>
  text === 'open' || text === 'overdue' || text === 'held'

const personIn = (text: string | null): string | null =>
  text === 'none' || (text !== null && isId(text)) ? text : null

/** Reads the search off the address. What cannot be is left out. */
export const searchOf = (asked: Asked): PlanSearch => {
  const [lead, which, month] = [asked.query('lead'), asked.query('show'), asked.query('month')]
  const activity = asked.query('activity')
  const page = Number(asked.query('page') ?? 1)
  return {
    words: asked.query('q')?.slice(0, 100) ?? null,
    lead: lead !== null && isId(lead) ? lead : null,
    person: personIn(asked.query('person')),
    activity: activity !== null && /^[a-z0-9-]{1,60}$/.test(activity) ? activity : null,
    month: month !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    which: isWhich(which) ? which : 'open',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    asAt: asAtOf(asked),
  }
}

/** The plan before anybody narrows it. */
export const wholePlan: PlanSearch = {
  words: null,
  lead: null,
  person: null,
  activity: null,
  month: null,
  which: 'open',
  page: 1,
  asAt: null,
}

/** Returns the address of a search. */
export const addressOf = (search: PlanSearch, path = '/plan'): string => {
  const { words, lead, person, activity, month, which, page, asAt } = search
  const query = new URLSearchParams()
  const show = which === 'open' ? null : which
  const given = { q: words, lead, person, activity, month, show, 'as-at': asAt }
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? path : `${path}?${query}`
}
