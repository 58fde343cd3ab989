import type { ConfirmDraft } from '../../../core/decisions/confirm-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Keeps what a meeting that confirms has typed so far, in the unit of work that it is called in. */
export const saveDraft = async (session: string, draft: ConfirmDraft): Promise<void> =>
  void (await db()
    .updateTable('decision_session')
    .set({ draft: JSON.stringify(draft) })
    .where('id', '=', session)
    .where('closed_at', 'is', null)
    .execute())
