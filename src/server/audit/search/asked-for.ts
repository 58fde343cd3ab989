import { type Day, isDay } from '../../../core/kit/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { isId } from '../../platform/http/asked.ts'

/** What an auditor looks for: events, or who opened which sensitive page. */
export type AuditSearch = {
  readonly of: 'events' | 'accesses'
  readonly person: string | null
  readonly kind: string | null
  /** The kind and id of a record: `service` and its id. */
  readonly subjectKind: string | null
  readonly subject: string | null
  readonly from: Day | null
  readonly to: Day | null
}

const dayGiven = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null)

/** Reads what the trail is searched for. What cannot be meant is passed over: a day that is none, say. */
export const searchOf = (asked: Asked): AuditSearch => {
  const person = asked.query('person')
  return {
    of: asked.query('of') === 'accesses' ? 'accesses' : 'events',
    person: person !== null && (isId(person) || person === 'system') ? person : null,
    kind: asked.query('kind'),
    subjectKind: asked.query('subject-kind'),
    subject: asked.query('subject'),
    from: dayGiven(asked.query('from')),
    to: dayGiven(asked.query('to')),
  }
}

/** Returns the address of a search: everything that was chosen stands in it. */
export const addressOf = (search: AuditSearch, path = '/audit', before: number | null = null): string => {
  const query = new URLSearchParams({ of: search.of })
  const given = {
    person: search.person,
    kind: search.kind,
    'subject-kind': search.subjectKind,
    subject: search.subject,
    from: search.from,
    to: search.to,
    before: before === null ? null : String(before),
  }
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value)
  return `${path}?${query}`
}
