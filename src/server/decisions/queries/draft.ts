import { type ConfirmDraft, emptyDraft } from '../../../core/decisions/confirm-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns what a meeting that confirms has typed so far. */
export const draftOf = async (session: string): Promise<ConfirmDraft> => {
  const row = await db()
    .selectFrom('decision_session')
    .where('id', '=', session)
    .select('draft')
    .executeTakeFirst()
  // Written by saveDraft() from the type itself.
  return (row?.draft as ConfirmDraft | null | undefined) ?? emptyDraft
}
