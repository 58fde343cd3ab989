import { createHash } from 'node:crypto'
import type { DecisionDocument } from '../../../core/decisions/document.ts'
import { documentTitle } from '../../../core/decisions/document-table.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Keeps the document of a session as it is now: nothing changes it later. */
export const keepDocument = async (given: {
  readonly id: string
  readonly authority: string
  readonly session: string
  readonly event: number
  readonly content: DecisionDocument
}): Promise<void> => {
  const content = JSON.stringify(given.content)
  await db()
    .insertInto('decision_document')
    .values({
      id: given.id,
      authority_id: given.authority,
      session_id: given.session,
      title: documentTitle(given.content),
      held_on: given.content.heldOn,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      recorded_at: now(),
      event_id: given.event,
    })
    .execute()
}
