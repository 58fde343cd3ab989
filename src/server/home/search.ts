import type { Asked } from '../platform/http/asked.ts'
import type { AlertSearch } from './queries/list-alerts.ts'

const isWhose = (text: string | null): text is AlertSearch['whose'] =>
  text === 'mine' || text === 'team' || text === 'all'
const isWhich = (text: string | null): text is AlertSearch['which'] =>
  text === 'open' || text === 'overdue' || text === 'put-off'

/** Returns the page that was asked for: 1 where it is none. */
export const pageOf = (asked: Asked): number => {
  const text = asked.query('page') ?? ''
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}

/** Reads what the list of alerts was asked for. */
export const searchOf = (asked: Asked): AlertSearch => {
  const [whose, which] = [asked.query('whose'), asked.query('which')]
  return {
    whose: isWhose(whose) ? whose : 'all',
    which: isWhich(which) ? which : 'open',
    rule: asked.query('rule'),
    lead: asked.query('lead'),
    words: asked.query('q')?.slice(0, 100) ?? null,
    page: pageOf(asked),
  }
}

/** Returns the address of a list of alerts: everything that was chosen stands in it. */
export const addressOf = (search: AlertSearch): string => {
  const query = new URLSearchParams({ whose: search.whose, which: search.which })
  if (search.rule !== null) query.set('rule', search.rule)
  if (search.lead !== null) query.set('lead', search.lead)
  if (search.words !== null) query.set('q', search.words)
  if (search.page > 1) query.set('page', String(search.page))
  return `/alerts?${query}`
}
