import { randomUUID } from 'node:crypto'
import { inRoom } from '../database/room.ts'
import { db, now } from '../database/unit-of-work.ts'
import { emit } from '../events/emit.ts'
import type { Letter } from './letters.ts'

/** A mail to one person. `authority` is whose mail it is; null for a person of several. */
export type Mail = { readonly authority: string | null; readonly to: string; readonly letter: Letter }

/** Queues a mail in the unit of work: it is sent after the commit, or never. The event names the mail, not its words. */
export const queueMail = async ({ authority, to, letter }: Mail): Promise<void> => {
  const id = randomUUID()
  const row = {
    id,
    authority_id: authority,
    recipient: to,
    subject: letter.subject,
    body: letter.body,
    recorded_at: now(),
  }
  await emit({ kind: 'mail.queued', authority, subject: { kind: 'mail', id }, payload: { mail: id } }, () =>
    inRoom('mail', () => db().insertInto('mail').values(row).execute()),
  )
}
