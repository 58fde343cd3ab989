import { createHash } from 'node:crypto'
import type { DecisionDocument } from '../../../core/decisions/document.ts'
import { documentTitle } from '../../../core/decisions/document-table.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import type { Session } from '../queries/sessions.ts'

/** Ends a session, and keeps its document as it is now: nothing changes it later. What was typed so far is in it. */
export const endSession = async (
  session: Session,
  document: { readonly id: string; readonly content: DecisionDocument; readonly event: number },
): Promise<void> => {
  await db()
    .updateTable('decision_session')
    .set({ closed_at: now(), draft: null })
    .where('id', '=', session.id)
    .execute()
  const content = JSON.stringify(document.content)
  await db()
    .insertInto('decision_document')
    .values({
      id: document.id,
      authority_id: session.authority,
      session_id: session.id,
      title: documentTitle(document.content),
      held_on: document.content.heldOn,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      recorded_at: now(),
      event_id: document.event,
    })
    .execute()
}
