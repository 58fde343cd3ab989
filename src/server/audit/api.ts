import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, textGiven } from '../platform/api/given.ts'
import type { Operation } from '../platform/api/operation.ts'
import { keepExport } from '../platform/http/exported.ts'
import { sentenceOf } from './say.ts'
import type { AuditSearch } from './search/asked-for.ts'
import { findEvents } from './search/queries.ts'

/** A longer time is taken in several files, as on the page. */
const mostLines = 100_000

const query = z.strictObject({
  kind: textGiven(60).optional().describe('A kind of event, such as intelligence.recorded.'),
  from: dayGiven.optional(),
  to: dayGiven.optional(),
})

const line = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    kind: z.string(),
    by: z.string(),
    actedAs: z.string().nullable(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    says: z.string().nullable(),
    payload: z.record(z.string(), z.unknown()).nullable().describe('Null where it was disposed of.'),
  })
  .meta({ id: 'Event', description: 'An event of the audit trail.' })

const searchOf = ({ kind, from, to }: z.output<typeof query>): AuditSearch => ({
  of: 'events',
  ...{ person: null, subjectKind: null, subject: null },
  kind: kind ?? null,
  from: from ?? null,
  to: to ?? null,
})

const trail = async (asking: Asking): Promise<Response> => {
  // The door has read the query by this very schema.
  const search = searchOf(asking.query as z.output<typeof query>)
  const events = await findEvents(search, { before: null, limit: mostLines + 1 })
  if (events.length > mostLines)
    throw fault('bad-request', { what: `More than ${mostLines} events were found. Ask for a shorter time.` })
  await keepExport(asking.token.authority, asking.url, { what: 'audit trail', rows: events.length })
  const lines = events.map(
    (event) => `${JSON.stringify(line.parse({ ...event, says: sentenceOf(event) }))}\n`,
  )
  return new Response(lines.join(''), { headers: { 'content-type': 'application/x-ndjson' } })
}

export const api: readonly Operation[] = [
  {
    method: 'GET',
    path: '/audit/events.ndjson',
    scope: 'audit:export',
    does: 'The audit trail, an event a line',
    says: 'Newest first, as objects of JSON below each other. The trail keeps that it was taken.',
    query,
    gives: { type: 'application/x-ndjson', schema: line },
    reads: 'trail',
    like: ['GET /audit/trail.csv'],
    handle: trail,
  },
]
