import type { Context } from 'hono'
import type { Instant } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken } from '../../platform/http/cookies.ts'
import type { DraftAnswers } from '../commands/drafts.ts'

/** What a browser has typed so far, and whether it was sent. */
export type Draft = {
  readonly digest: string
  readonly answers: DraftAnswers
  readonly concern: string | null
  readonly code: {
    readonly salt: Uint8Array
    readonly digest: Uint8Array
    readonly endsAt: Instant
    readonly tries: number
  } | null
}

/** Returns the draft of this browser, locked where it is to be changed; null where it has none, or its time is over. */
export const draftOf = async (context: Context, lock = false): Promise<Draft | null> => {
  const token = cookieOf(context, 'plumbline_concern', ground().installation)
  if (!token) return null
  const row = await inRoom('concerns', () =>
    db()
      .selectFrom('concern_draft')
      .where('token_digest', '=', digestOfToken(token))
      .where('ends_at', '>', now())
      .selectAll()
      .$if(lock, (query) => query.forUpdate())
      .executeTakeFirst(),
  )
  if (!row) return null
  const { code_salt: salt, code_digest: digest, code_ends_at: endsAt, code_tries: tries } = row
  return {
    digest: row.token_digest,
    // Written by this slice, in this shape.
    answers: row.answers as DraftAnswers,
    concern: row.concern_id,
    code: salt === null || digest === null || endsAt === null ? null : { salt, digest, endsAt, tries },
  }
}
