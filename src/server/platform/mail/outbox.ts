import type { Instant } from '../../../core/kit/days.ts'
import { db } from '../database/unit-of-work.ts'

/** A mail as administrators see it. `body` is null once it was sent. */
export type OutboxMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string | null
  readonly recorded: Instant
  readonly sent: Instant | null
}

const shown = 50

/** Returns the latest mail of an authority: what waits with its words, what was sent without. */
export const outboxOf = async (authority: string): Promise<readonly OutboxMail[]> => {
  const rows = await db()
    .selectFrom('mail')
    .selectAll()
    .where('authority_id', '=', authority)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(shown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    body: row.body,
    recorded: row.recorded_at as Instant,
    sent: row.sent_at as Instant | null,
  }))
}
