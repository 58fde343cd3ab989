import { sql } from 'kysely'
import type { SealedEvent } from '../../../core/audit/sealed-event.ts'

/** An event's columns as its seal is made of them: the time with microseconds, digests in hexadecimal. */
export const sealedColumns = sql`event.id, event.form, event.authority_id, event.kind, event.subject_kind,
  event.subject_id, event.actor_kind, event.actor_id,
  to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  encode(event.digest, 'hex') as digest, event.acted_as, event.request_id,
  encode(event.origin_digest, 'hex') as origin_digest`

/** A row of these columns. */
export type EventRow = {
  readonly id: number
  readonly form: 1 | 2
  readonly authority_id: string | null
  readonly kind: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly actor_kind: string
  readonly actor_id: string
  readonly recorded_at: string
  readonly digest: string
  readonly acted_as: string | null
  readonly request_id: string | null
  readonly origin_digest: string | null
}

/** Returns the event that a row holds. */
export const sealedEventOf = (row: EventRow): SealedEvent => ({
  id: row.id,
  form: row.form,
  authority: row.authority_id,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  recordedAt: row.recorded_at,
  digest: row.digest,
  actedAs: row.acted_as,
  requestId: row.request_id,
  originDigest: row.origin_digest,
})
