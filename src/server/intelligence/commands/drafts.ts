import type { Context } from 'hono'
import type { RaiseAnswers } from '../../../core/intelligence/raise-form.ts'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken, dropCookie, giveCookie, newToken } from '../../platform/http/cookies.ts'

/** What somebody has typed so far: of which service, and the answers. */
export type DraftAnswers = RaiseAnswers & { readonly service: string }

const secondsOfHour = 60 * 60

/** Keeps the answers of this browser; a browser that has none yet gets a secret for them, for so many hours. */
export const keepDraft = async (context: Context, answers: DraftAnswers, hours: number): Promise<void> => {
  const { installation } = ground()
  const token = cookieOf(context, 'plumbline_concern', installation)
  const kept = token === undefined ? 0 : await updateDraft(digestOfToken(token), answers)
  if (kept > 0) return
  const fresh = newToken()
  await inRoom('concerns', () =>
    db()
      .insertInto('concern_draft')
      .values({
        token_digest: digestOfToken(fresh),
        answers: JSON.stringify(answers),
        recorded_at: now(),
        ends_at: plusMilliseconds(now(), hours * secondsOfHour * 1000),
      })
      .execute(),
  )
  giveCookie(context, 'plumbline_concern', fresh, hours * secondsOfHour, installation)
}

/** What was sent is no draft any more: the next concern of the same browser is another. */
const updateDraft = async (digest: string, answers: DraftAnswers): Promise<number> => {
  const { numUpdatedRows } = await inRoom('concerns', () =>
    db()
      .updateTable('concern_draft')
      .set({ answers: JSON.stringify(answers) })
      .where('token_digest', '=', digest)
      .where('concern_id', 'is', null)
      .where('ends_at', '>', now())
      .executeTakeFirstOrThrow(),
  )
  return Number(numUpdatedRows)
}

/** Throws what was typed in this browser away. */
export const dropDraft = async (context: Context): Promise<void> => {
  const { installation } = ground()
  const token = cookieOf(context, 'plumbline_concern', installation)
  if (token)
    await inRoom('concerns', () =>
      db().deleteFrom('concern_draft').where('token_digest', '=', digestOfToken(token)).execute(),
    )
  dropCookie(context, 'plumbline_concern', installation)
}

/** Removes drafts whose time is over, and counts that say nothing any more. */
export const removeOldDrafts = async (countedBefore: number): Promise<void> => {
  await inRoom('concerns', async () => {
    await db().deleteFrom('concern_draft').where('ends_at', '<=', now()).execute()
    await db()
      .deleteFrom('concern_count')
      .where('since', '<', plusMilliseconds(now(), -countedBefore * secondsOfHour * 1000))
      .execute()
  })
}
