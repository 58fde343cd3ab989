import type { Instant } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'
import type { EventKind } from '../platform/events/event.ts'
import type { Told } from './told.ts'

/** Returns the events that a query of the audit slice asks for, with who did them and what they say. */
export const toldEvents = () =>
  db()
    .selectFrom('event_now as e')
    .leftJoin('event_payload_now as p', 'p.event_id', 'e.id')
    .leftJoin('actor_now as who', (join) =>
      join.onRef('who.kind', '=', 'e.actor_kind').onRef('who.id', '=', 'e.actor_id'),
    )
    .select([
      'e.id',
      'e.kind',
      'e.subject_kind',
      'e.subject_id',
      'e.actor_kind',
      'e.actor_id',
      'e.acted_as',
      'e.recorded_at',
      'p.payload',
      'who.name',
    ])
    .orderBy('e.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof toldEvents>['execute']>>[number]

/** Returns a row of these events as pages tell it. */
export const toldOf = (row: Row): Told => ({
  id: Number(row.id),
  kind: row.kind as EventKind,
  subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' },
  by:
    row.name ??
    (row.actor_kind === 'person' ? 'A person who is no longer known' : `Plumbline (${row.actor_id})`),
  actedAs: row.acted_as,
  at: row.recorded_at as Instant,
  payload: row.payload === null ? null : (JSON.parse(row.payload) as Readonly<Record<string, unknown>>),
})
