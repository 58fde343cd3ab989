import type { Day } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** When a council last went through its published list, and by when it is due again; null where it never did. */
export type ReviewState = { readonly lastReviewed: Day | null; readonly due: Day | null }

/** Returns how the review of a council's list stands. */
export const reviewState = async (authority: string): Promise<ReviewState> => {
  const row = await db()
    .selectFrom('publication_review_now')
    .where('authority_id', '=', authority)
    .select(['last_reviewed', 'due'])
    .executeTakeFirst()
  return { lastReviewed: row?.last_reviewed ?? null, due: row?.due ?? null }
}
