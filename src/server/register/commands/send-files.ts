import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { SentFile } from '../../platform/http/sent-files.ts'

/** Records files that a person sent, to be taken into the register by a job. Sent twice under one id is sent once. */
export const sendFiles = async (
  id: string,
  by: { readonly authority: string; readonly person: string },
  files: readonly SentFile[],
): Promise<void> => {
  await emit(
    {
      // For no council alone: the register is shared, and the services of all follow it.
      kind: 'register.file-sent',
      authority: null,
      subject: { kind: 'import', id },
      payload: { files: files.map(({ name }) => name) },
    },
    () =>
      db()
        .insertInto('cqc_import')
        .values({
          id,
          authority_id: by.authority,
          person_id: by.person,
          files: JSON.stringify(files),
          recorded_at: now(),
        })
        .execute(),
  )
}
